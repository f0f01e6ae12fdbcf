using System.Diagnostics;

namespace ContactsPS.Benchmarks;

/// <summary>Opens the first runspace of a process, with the module or, with <c>--module none</c>, without.</summary>
internal static class OpenRunspaceWorkload
{
    public static Measurement Run(Arguments arguments)
    {
        long start = Stopwatch.GetTimestamp();
        using HostedEngine engine = arguments.Find("module") == "none" ? new HostedEngine() : new HostedEngine(HostedEngine.ModulePath);
        return Measurement.OfThisProcess(Stopwatch.GetElapsedTime(start));
    }
}
