using System.Management.Automation;

namespace ContactsPS.Input;

/// <summary>Removes the wrapper that PowerShell puts around objects.</summary>
internal static class Unwrapped
{
    /// <summary>
    /// Gets the .NET object inside a wrapper. A PSCustomObject has no such object, and is returned unchanged.
    /// </summary>
    public static object? Of(object? value) =>
        value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;
}
