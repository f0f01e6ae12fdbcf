using System.Diagnostics;
using System.Globalization;

namespace ContactsPS.Tests.Importing;

/// <summary>
/// An import with a journal and a rejects file is stopped at random moments. After each stop the journal is true, and the
/// next run of the command sends nothing that is settled.
/// </summary>
public sealed class StopMomentTests(ITestOutputHelper output)
{
    private const int Seed = 20261126;
    private const int Stops = 100;

    private static readonly TimeSpan s_hang = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task An_import_that_is_stopped_at_a_hundred_moments_repeats_only_the_requests_under_way()
    {
        var random = new Random(Seed);
        using var shell = new ModuleShell();
        using var import = new EndingImport(rows: 20_000);
        shell.Connect(import.Endpoint, import.Credential);
        int completed = 0;
        TimeSpan slowest = TimeSpan.Zero;
        for (int stop = 0; stop < Stops;)
        {
            // One in four stops comes while the command starts, before its first request.
            int requests = random.Next(4) == 0 ? 0 : random.Next(1, 30);
            var spin = TimeSpan.FromMicroseconds(random.Next(0, 1_000));
            using PowerShell running = shell.Create($"{import.Command} -WarningAction Ignore -ErrorAction SilentlyContinue");
            TimeSpan took = await StopAsync(running, import, requests, spin, stop);
            slowest = took > slowest ? took : slowest;
            if (running.InvocationStateInfo.State == PSInvocationState.Completed)
            {
                // It was faster than the stop.
                import.AssertComplete();
                import.StartOver();
                completed++;
                continue;
            }

            import.AssertTrueAfterAnEnding();
            stop++;
        }

        import.AssertContinues(shell);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Stops} stops; the slowest took {slowest.TotalMilliseconds:0} ms; {completed} runs ended before their stop."));
    }

    /// <summary>Runs a command, and stops it after a number of requests and a time.</summary>
    /// <returns>The time that the stop took.</returns>
    private static async Task<TimeSpan> StopAsync(PowerShell running, EndingImport import, int requests, TimeSpan spin, int stop)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int left = requests;
        import.Arrived = _ =>
        {
            if (Interlocked.Decrement(ref left) == 0)
            {
                reached.TrySetResult();
            }
        };
        running.InvocationStateChanged += (_, change) =>
        {
            if (change.InvocationStateInfo.State is PSInvocationState.Completed or PSInvocationState.Failed)
            {
                reached.TrySetResult();
            }
        };
        _ = running.BeginInvoke();
        if (requests > 0)
        {
            await Within(reached.Task, "reach its requests");
        }

        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < spin)
        {
            Thread.SpinWait(20);
        }

        start = Stopwatch.GetTimestamp();
        await Within(Task.Run(running.Stop, TestContext.Current.CancellationToken), "stop");
        return Stopwatch.GetElapsedTime(start);

        async Task Within(Task task, string what)
        {
            Task first = await Task.WhenAny(task, Task.Delay(s_hang, TestContext.Current.CancellationToken));
            Assert.True(first == task, $"Stop {stop}, after {requests} requests and {spin.TotalMicroseconds} µs: the run doesn't {what} within a minute. It is {running.InvocationStateInfo.State}.");
            await task;
        }
    }
}
