using System.Management.Automation;
using BenchmarkDotNet.Attributes;

namespace ContactsPS.Benchmarks;

/// <summary>
/// One object through the pipeline: into a loop that does nothing, into one that reads a property, and into
/// ConvertTo-ContactRequest, which binds, checks and encodes it and sends nothing.
/// </summary>
[MemoryDiagnoser]
public class BindObject : IDisposable
{
    private const int Count = 20_000;

    private readonly HostedEngine _engine = new(HostedEngine.ModulePath);
    private PSObject[] _rows = [];

    /// <summary>
    /// Makes objects that no command has seen: PowerShell keeps what it works out of an object with it, so that a second
    /// look at the same one costs a fraction of the first.
    /// </summary>
    [IterationSetup]
    public void MakeRows() => _rows = [.. SampleObjects.Make(Count)];

    /// <summary>The cheapest loop.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public object EmptyLoop() => _engine.Run("$rows | ForEach-Object { }", ("rows", _rows));

    /// <summary>A loop that reads one property.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public object ReadProperty() => _engine.Run("$null = $rows | ForEach-Object { $_.phone_number }", ("rows", _rows));

    /// <summary>The cmdlet.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public object Bind() => _engine.Run("$rows | ConvertTo-ContactRequest", ("rows", _rows));

    /// <summary>Ends the engine.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _engine.Dispose();
        GC.SuppressFinalize(this);
    }
}
