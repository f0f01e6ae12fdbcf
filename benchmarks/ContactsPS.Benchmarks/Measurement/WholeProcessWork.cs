using System.Diagnostics;

namespace ContactsPS.Benchmarks;

/// <summary>A program from its start to its exit.</summary>
internal sealed class WholeProcessWork(string label, string program, params IReadOnlyList<string> arguments) : Work(label, rows: 0, delivered: 0)
{
    public override async Task<Measurement> RunAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        await ChildProcess.RunAsync(ChildProcess.Program(program, arguments), cancellationToken);
        return new Measurement(Stopwatch.GetElapsedTime(start).TotalSeconds, PeakBytes: 0);
    }
}
