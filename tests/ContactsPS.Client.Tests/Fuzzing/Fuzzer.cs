using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using CsCheck;

namespace ContactsPS.Client.Tests.Fuzzing;

/// <summary>
/// Gives many inputs to code that reads them. An input fails when it ends in another exception than the documented ones,
/// takes too much memory, or doesn't end. CONTACTSPS_FUZZ_INPUTS is the number of inputs of all fuzzers together. CsCheck
/// prints the seed of a failure, and CsCheck_Seed runs it again.
/// </summary>
/// <param name="output">Receives the figures.</param>
public sealed class Fuzzer(ITestOutputHelper output)
{
    /// <summary>The most memory that one input may take, in bytes, all allocations added up.</summary>
    private const long MaximumAllocation = 512 * 1024 * 1024;

    /// <summary>The shares of all fuzzers, added up.</summary>
    private const double Shares = 6.65;

    private const int InputsInGate = 10_000;

    /// <summary>An input takes milliseconds. This is for a machine that is busy.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);

    private static readonly HashSet<string> s_errorIds =
        [.. typeof(ErrorIds).GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!)];

    /// <summary>Runs a share of the inputs.</summary>
    /// <param name="inputs">The inputs.</param>
    /// <param name="read">Reads one. It may throw a documented exception.</param>
    /// <param name="print">The input as text. Default: its ToString.</param>
    /// <param name="share">The part of an equal share that this fuzzer gets. Those that write to the disk get less.</param>
    public async Task RunAsync<T>(Gen<T> inputs, Action<T> read, Func<T, string>? print = null, double share = 1)
    {
        var count = (int)((Read("CONTACTSPS_FUZZ_INPUTS") ?? InputsInGate) / Shares * share);
        var running = new ConcurrentDictionary<int, (T Input, long Start)>();
        long refused = 0;
        long most = 0;
        long start = Stopwatch.GetTimestamp();
        Task sampling = Task.Factory.StartNew(
            () => inputs.Sample(
                input =>
                {
                    running[Environment.CurrentManagedThreadId] = (input, Stopwatch.GetTimestamp());
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    if (!Check(() => read(input)))
                    {
                        Interlocked.Increment(ref refused);
                    }

                    long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                    most = Math.Max(most, allocated);
                    Assert.InRange(allocated, 0, MaximumAllocation);
                    running.TryRemove(Environment.CurrentManagedThreadId, out _);
                },
                iter: count,
                threads: 2,
                print: print),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        while (await Task.WhenAny(sampling, Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None)) != sampling)
        {
            foreach ((T input, long begin) in running.Values)
            {
                Assert.True(Stopwatch.GetElapsedTime(begin) < s_longest, $"This input doesn't end: {(print ?? (item => $"{item}"))(input)}");
            }
        }

        await sampling;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} inputs, {refused} of them refused as a whole, in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s; at most {most / 1024:0} KiB allocated for one"));
    }

    /// <summary>Whether the code ended without an exception. Other exceptions than the documented ones are thrown on.</summary>
    private static bool Check(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (ContactsException error)
        {
            Assert.Contains(error.ErrorId, s_errorIds);
            Assert.NotEmpty(error.Message);
            Assert.DoesNotContain(error.Message, char.IsControl);
            return false;
        }
        catch (IOException error)
        {
            Assert.NotEmpty(error.Message);
            return false;
        }
    }

    private static int? Read(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out int value) ? value : null;
}
