using System.Diagnostics;

namespace ContactsPS.Benchmarks;

/// <summary>Objects piped into a command.</summary>
internal static class ObjectsWorkload
{
    /// <summary>The objects a command is warmed up with.</summary>
    public const int WarmUpRows = 100_000;

    /// <summary>All the objects are made before the clock starts, and the command is warm.</summary>
    public static Measurement RunReady(Arguments arguments)
    {
        using HostedEngine engine = HostedEngine.Connect(arguments.Get("endpoint"));
        string script = $"$rows | {arguments.Get("into")}";
        engine.Run(script, ("rows", SampleObjects.Make(WarmUpRows).ToArray()));
        var rows = SampleObjects.Make(arguments.GetNumber("rows")).ToArray();
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
