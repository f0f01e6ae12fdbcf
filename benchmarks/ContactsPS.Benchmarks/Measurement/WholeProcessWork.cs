using System.Diagnostics;

namespace ContactsPS.Benchmarks;

/// <summary>A program from its start to its exit.</summary>
/// <param name="label">What tables and progress lines call it.</param>
/// <param name="rows">The contacts that it sends, all of which arrive. 0 when it sends none.</param>
/// <param name="program">The path of the program.</param>
/// <param name="arguments">Makes its arguments from the address of the server.</param>
internal sealed class WholeProcessWork(string label, int rows, string program, Func<Uri, IReadOnlyList<string>> arguments)
    : Work(label, rows, delivered: rows)
{
    public override async Task<Measurement> RunAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        long start = Stopwatch.GetTimestamp();
        await ChildProcess.RunAsync(ChildProcess.Program(program, arguments(endpoint)), cancellationToken);
        return new Measurement(Stopwatch.GetElapsedTime(start).TotalSeconds, PeakBytes: 0);
    }
}
