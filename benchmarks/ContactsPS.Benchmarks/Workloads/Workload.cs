namespace ContactsPS.Benchmarks;

/// <summary>The workloads that processes of this program run.</summary>
internal static class Workload
{
    public const string ImportFile = "import-file";
    public const string BareClient = "bare-client";
    public const string ReadyObjects = "ready-objects";
    public const string LazyObjects = "lazy-objects";
    public const string OpenRunspace = "open-runspace";

    public static async Task<Measurement> RunAsync(string name, Arguments arguments) => name switch
    {
        ImportFile => ImportFileWorkload.Run(arguments),
        BareClient => await BareClientWorkload.RunAsync(arguments),
        ReadyObjects => ObjectsWorkload.RunReady(arguments),
        LazyObjects => ObjectsWorkload.RunLazy(arguments),
        OpenRunspace => OpenRunspaceWorkload.Run(arguments),
        _ => throw new ArgumentException($"There is no workload '{name}'.", nameof(name)),
    };
}
