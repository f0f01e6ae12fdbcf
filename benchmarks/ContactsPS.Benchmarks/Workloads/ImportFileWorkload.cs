using System.Diagnostics;

namespace ContactsPS.Benchmarks;

/// <summary>Import-Contact on a file, or on a pipe.</summary>
internal static class ImportFileWorkload
{
    /// <summary>
    /// Runs <c>--parameters</c> on <c>--path</c>. With <c>--heap true</c> it also takes the size of the managed heap
    /// when all the rows were read and the cmdlet is still there. It does the work
    /// <c>--warm-ups</c> times before the clock starts.
    /// </summary>
    public static Measurement Run(Arguments arguments)
    {
        using HostedEngine engine = HostedEngine.Connect(arguments.Get("endpoint"));
        string path = arguments.Get("path");
        string parameters = arguments.Find("parameters") ?? string.Empty;
        long? heapBytes = null;
        IEnumerable<string> paths = arguments.Find("heap") is null
            ? [path]
            : ThenLook(path, () => heapBytes = GC.GetTotalMemory(forceFullCollection: true));
        for (int i = 0; i < arguments.GetNumber("warm-ups"); i++)
        {
            engine.Run($"Import-Contact $path {parameters}", ("path", path));
        }

        long start = Stopwatch.GetTimestamp();
        engine.Run($"$paths | Import-Contact {parameters}", ("paths", paths));
        return Measurement.OfThisProcess(Stopwatch.GetElapsedTime(start), heapBytes);
    }

    /// <summary>Looks when the pipeline comes back for a second path: the first was read by then.</summary>
    private static IEnumerable<string> ThenLook(string path, Action look)
    {
        yield return path;
        look();
    }
}
