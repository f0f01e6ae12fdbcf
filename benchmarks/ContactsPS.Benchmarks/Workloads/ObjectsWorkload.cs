using System.Diagnostics;
using System.Management.Automation;

namespace ContactsPS.Benchmarks;

/// <summary>Objects piped into a command.</summary>
internal static class ObjectsWorkload
{
    /// <summary>All the objects are made before the clock starts, and anew each time: a second look at one costs less.</summary>
    public static Measurement RunReady(Arguments arguments)
    {
        using HostedEngine engine = HostedEngine.Connect(arguments.Get("endpoint"));
        string script = $"$rows | {arguments.Get("into")}";
        int count = arguments.GetNumber("rows");
        for (int i = 0; i < arguments.GetNumber("warm-ups"); i++)
        {
            engine.Run(script, ("rows", SampleObjects.Make(count).ToArray()));
        }

        PSObject[] rows = [.. SampleObjects.Make(count)];
        GC.Collect();
        long start = Stopwatch.GetTimestamp();
        engine.Run(script, ("rows", rows));
        return Measurement.OfThisProcess(Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Each object is made when the pipeline asks for it.</summary>
    public static Measurement RunLazy(Arguments arguments)
    {
        using HostedEngine engine = HostedEngine.Connect(arguments.Get("endpoint"));
        long start = Stopwatch.GetTimestamp();
        engine.Run($"$rows | {arguments.Get("into")}", ("rows", SampleObjects.Make(arguments.GetNumber("rows"))));
        return Measurement.OfThisProcess(Stopwatch.GetElapsedTime(start));
    }
}
