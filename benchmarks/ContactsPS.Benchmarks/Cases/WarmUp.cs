namespace ContactsPS.Benchmarks;

/// <summary>How often a work is done before it counts as compiled.</summary>
internal static class WarmUp
{
    /// <summary>
    /// The runtime compiles each method anew when it has seen how it is used, and that takes some seconds: until then one
    /// side is measured at another stage than the other.
    /// </summary>
    public const int Runs = 8;
}
