using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace ContactsPS.Tests.Faults;

/// <summary>
/// Faults of a server and of the network × batch size × senders × pipeline or file, from seeds. A failing seed runs alone
/// with CONTACTSPS_FAULT_SEED, and CONTACTSPS_FAULT_RUNS changes the number of runs.
/// </summary>
public sealed class FaultMatrixTests(ITestOutputHelper output)
{
    private const int Workers = 8;

    private static readonly TimeSpan s_longestRun = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Every_contact_is_accounted_for_under_every_fault()
    {
        int[] seeds = Read("CONTACTSPS_FAULT_SEED") is { } one ? [one] : [.. Enumerable.Range(0, Read("CONTACTSPS_FAULT_RUNS") ?? 1_000)];
        var waiting = new ConcurrentQueue<int>(seeds);
        var failures = new ConcurrentQueue<string>();
        var slowest = new ConcurrentBag<(double Seconds, FaultPlan Plan)>();
        long contacts = 0;
        long start = Stopwatch.GetTimestamp();

        await Task.WhenAll(Enumerable.Range(0, Math.Min(Workers, seeds.Length)).Select(_ => Task.Run(async () =>
        {
            using var shell = new ModuleShell();
            while (waiting.TryDequeue(out int seed))
            {
                var plan = new FaultPlan(seed);
                long begin = Stopwatch.GetTimestamp();
                try
                {
                    Interlocked.Add(ref contacts, await Task.Run(new FaultRun(shell, plan).Run).WaitAsync(s_longestRun));
                }
                catch (Exception error) when (error is Xunit.Sdk.IAssertionException or TimeoutException or InvalidOperationException)
                {
                    failures.Enqueue($"{plan}\n{error.Message}\n{error.StackTrace}\nTo run it alone, set CONTACTSPS_FAULT_SEED={seed}.");
                    if (error is TimeoutException)
                    {
                        return;
                    }
                }

                slowest.Add((Stopwatch.GetElapsedTime(begin).TotalSeconds, plan));
            }
        })));

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{seeds.Length} runs, {FaultList.All.Count} faults, {contacts} contacts, {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s"));
        foreach ((double seconds, FaultPlan plan) in slowest.OrderByDescending(run => run.Seconds).Take(5))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s: {plan}"));
        }

        Assert.True(failures.IsEmpty, $"{failures.Count} of {seeds.Length} runs failed.\n\n{string.Join("\n\n", failures.Take(10))}");
    }

    private static int? Read(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int value) ? value : null;
}
