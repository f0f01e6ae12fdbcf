using System.Management.Automation;

namespace ContactsPS.Input;

/// <summary>Takes away the wrapper that PowerShell puts around objects.</summary>
internal static class Unwrapped
{
    /// <summary>The .NET object that a value stands for. A PSCustomObject has none, and stays as it is.</summary>
    public static object? Of(object? value) =>
        value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;
}
