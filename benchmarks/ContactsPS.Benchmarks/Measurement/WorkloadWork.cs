using System.Diagnostics;
using System.Globalization;

namespace ContactsPS.Benchmarks;

/// <summary>A workload of this program, in a process of its own.</summary>
internal sealed class WorkloadWork(string label, string workload, int rows, int delivered, params IReadOnlyList<string> arguments)
    : Work(label, rows, delivered)
{
    /// <summary>A pipe to generate the rows into, by a second process, so that what makes them isn't measured.</summary>
    public string? Pipe { get; init; }

    public override async Task<Measurement> RunAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        string warmUps = WarmUps.ToString(CultureInfo.InvariantCulture);
        string count = Rows.ToString(CultureInfo.InvariantCulture);
        using Process? generator = Pipe is null
            ? null : Process.Start(ChildProcess.Self("generate", "--output", Pipe, "--rows", count));
        try
        {
            return Measurement.FromJson(await ChildProcess.RunAsync(
                ChildProcess.Self(["measure", workload, "--endpoint", endpoint.AbsoluteUri, "--rows", count, "--warm-ups", warmUps, .. arguments]), cancellationToken));
        }
        finally
        {
            // It ended when all was read, and waits for a reader for ever where none came.
            generator?.Kill();
        }
    }
}
