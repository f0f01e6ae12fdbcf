using System.Runtime.CompilerServices;

namespace ContactsPS.Client;

/// <summary>
/// The methods that every contact goes through. The runtime would start each in a slow form, count its calls, and have it
/// compiled for good after a second or more: by then half a million contacts have passed, and most runs have ended.
/// </summary>
internal static class HotPath
{
    /// <summary>Compile the method for good at its first call.</summary>
    public const MethodImplOptions Compiled = MethodImplOptions.AggressiveOptimization;
}
