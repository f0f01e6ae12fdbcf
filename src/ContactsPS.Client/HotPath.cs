using System.Runtime.CompilerServices;

namespace ContactsPS.Client;

/// <summary>
/// Options for the methods that run for every contact. By default, the runtime first compiles a method without
/// optimisation, counts its calls, and optimises it after a second or more. By then half a million contacts have been
/// processed, and most runs have ended.
/// </summary>
internal static class HotPath
{
    /// <summary>Compile the method with full optimisation at its first call.</summary>
    public const MethodImplOptions Compiled = MethodImplOptions.AggressiveOptimization;
}
