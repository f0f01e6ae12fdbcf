using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactsPS.Tests.Importing;

/// <summary>An importing process is killed a hundred times. The test runs alone, because it measures time.</summary>
[CollectionDefinition(nameof(KillTests), DisableParallelization = true)]
[Collection(nameof(KillTests))]
public sealed class KillTests(ITestOutputHelper output)
{
    private const int Seed = 20261123;
    private const int Kills = 100;
    private const int BatchSize = 20;
    private const int ThrottleLimit = 4;

    private static readonly TimeSpan s_latency = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    /// <summary>When a process is killed.</summary>
    private enum Moment
    {
        /// <summary>Some time after its start.</summary>
        AfterStart,

        /// <summary>As soon as a number of its requests were carried out, before the journal can record the last of them.</summary>
        AtRequest,

        /// <summary>Some time after its first request was carried out.</summary>
        AfterFirstRequest,
    }

    [Fact]
    public async Task An_import_that_is_killed_a_hundred_times_repeats_only_the_requests_under_way()
    {
        Life[] lives = Plan();
        using var folder = new TemporaryFolder();
        using var shell = new ModuleShell();
        Sandbox sandbox = shell.StartSandbox();
        var file = new BigFile(lives.Sum(life => life.MostContacts), new HashSet<int> { 3, 250, 1_000, 2_500, 5_000, 14_000 });
        sandbox.Refuse(file.Refused.Values.Select(contact => contact.PhoneNumber));
        sandbox.Change(string.Create(CultureInfo.InvariantCulture, $$"""{"latency_milliseconds": {{s_latency.TotalMilliseconds}}}"""));
        string journal = folder.Find("j");
        string rejects = folder.Find("rejects.csv");
        string command = string.Create(
            CultureInfo.InvariantCulture,
            $"$s = Import-Contact '{folder.Write("big.csv", file.Text)}' -ListName VIP -DefaultRegion FR -SkipDuplicate -BatchSize {BatchSize} -ThrottleLimit {ThrottleLimit} -JournalPath '{journal}' -RejectedPath '{rejects}'; \"$($s.Read) $($s.Accepted) $($s.Rejected) $($s.Duplicate) $($s.NotSent)\"; $s.Requests");
        var watch = new RequestWatch(sandbox);
        Dictionary<string, int> received = file.Sendable.Values.ToDictionary(contact => contact.PhoneNumber, _ => 0);
        HashSet<string> acknowledged = [];
        int underWay = 0;
        int killsThatCost = 0;

        ImportProcess ready = ImportProcess.Prepare(sandbox, command);
        try
        {
            for (int kill = 0; kill < lives.Length; kill++)
            {
                if (lives[kill].End == Moment.AfterStart)
                {
                    using ImportProcess starting = ImportProcess.Start(sandbox, command);
                    await Task.Delay(lives[kill].Delay, TestContext.Current.CancellationToken);
                    await starting.KillAsync();
                }
                else
                {
                    using ImportProcess running = ready;
                    running.Go();
                    ready = ImportProcess.Prepare(sandbox, command);
                    await LiveAsync(lives[kill], running, watch);
                    await running.KillAsync();
                }

                IReadOnlyList<CarriedOut> requests = await watch.TakeAsync();
                JournalText said = JournalText.Read(journal);
                Assert.Null(said.Totals);
                string[] now = [.. file.Sendable.Where(row => said.Acknowledges(row.Key)).Select(row => row.Value.PhoneNumber)];
                int unsaid = requests.Sum(request => request.Contacts) - (now.Length - acknowledged.Count);
                Assert.True(unsaid is >= 0 and <= ThrottleLimit * BatchSize, $"At kill {kill} ({lives[kill]}) {unsaid} contacts were received and not acknowledged.");
                Assert.All(requests, request => Assert.Equal(request.Contacts, request.Numbers.Count));
                foreach (string number in requests.SelectMany(request => request.Numbers))
                {
                    Assert.False(acknowledged.Contains(number), $"{number} was acknowledged before life {kill} and sent in it.");
                    received[number]++;
                }

                acknowledged = [.. now];
                underWay += unsaid;
                killsThatCost += unsaid > 0 ? 1 : 0;
            }

            sandbox.Change("""{"latency_milliseconds": 0}""");
            ready.Go();
            HostRun last = await ready.EndAsync();

            output.WriteLine($"{file.Rows} rows; {acknowledged.Count} acknowledged at the last kill; {underWay} contacts of {killsThatCost} kills sent twice.");
            Assert.True(last.ExitCode == 0, last.Errors);
            Assert.Equal(file.Summary, last.Lines[0]);
            Assert.Contains($"{file.Refused.Count + file.Invalid.Count} rows were not accepted", Assert.Single(last.Warnings), StringComparison.Ordinal);
        }
        finally
        {
            ready.Dispose();
        }

        AssertHolds(sandbox, file, underWay, acknowledged, received);
        AssertRejects(rejects, file);
        Assert.Equal(file.Summary, $"{string.Join(' ', JournalText.Read(journal).Totals!.Take(4))} 0");

        await watch.TakeAsync();
        byte[] ended = await File.ReadAllBytesAsync(journal, TestContext.Current.CancellationToken);
        byte[] rejected = await File.ReadAllBytesAsync(rejects, TestContext.Current.CancellationToken);
        using ImportProcess again = ImportProcess.Start(sandbox, command);
        HostRun nothing = await again.EndAsync();
        Assert.Equal([file.Summary, "0"], nothing.Lines);
        Assert.Contains("imported to its end", Assert.Single(nothing.Warnings), StringComparison.Ordinal);
        Assert.Equal(0, watch.CountNew());
        Assert.Equal(ended, await File.ReadAllBytesAsync(journal, TestContext.Current.CancellationToken));
        Assert.Equal(rejected, await File.ReadAllBytesAsync(rejects, TestContext.Current.CancellationToken));
    }

    /// <summary>
    /// Most processes live at most 0.3 seconds. Every eighth may live up to 1.3 seconds, because isolating a refused contact
    /// takes about 0.7 seconds, and no run would get past one if all were shorter.
    /// </summary>
    private static Life[] Plan()
    {
#pragma warning disable CA5394 // Every run of the test has to use the same times.
        var random = new Random(Seed);
        return
        [
            .. Enumerable.Range(0, Kills).Select(kill => (kill % 8) switch
            {
                0 => new Life(Moment.AfterFirstRequest, Of(1_300), 0),
                1 when kill % 16 == 1 => new Life(Moment.AfterStart, Of(1_500), 0),
                2 or 5 => new Life(Moment.AtRequest, Of(4), random.Next(1, 10)),
                _ => new Life(Moment.AfterFirstRequest, Of(300), 0),
            }),
        ];

        TimeSpan Of(int milliseconds) => TimeSpan.FromMilliseconds(random.Next(milliseconds));
#pragma warning restore CA5394
    }

    private static async Task LiveAsync(Life life, ImportProcess running, RequestWatch watch)
    {
        int requests = life.End == Moment.AtRequest ? life.Requests : 1;
        long start = Stopwatch.GetTimestamp();
        while (watch.CountNew() < requests)
        {
            Assert.False(running.HasExited, "The process ended before it was killed.");
            Assert.True(Stopwatch.GetElapsedTime(start) < s_longest, "The process sends nothing.");
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        if (life.Delay > TimeSpan.Zero)
        {
            await Task.Delay(life.Delay, TestContext.Current.CancellationToken);
        }

        Assert.False(running.HasExited, "The process ended before it was killed.");
    }

    private static void AssertHolds(
        Sandbox sandbox, BigFile file, int underWay, HashSet<string> acknowledged, Dictionary<string, int> receivedBefore)
    {
        Dictionary<string, JsonObject> held = sandbox.Contacts("VIP").ToDictionary(contact => (string)contact["phone_number"]!);
        Assert.Equal(file.Sendable.Count, held.Count);
        long total = 0;
        foreach (BigFile.Contact contact in file.Sendable.Values)
        {
            JsonObject there = held[contact.PhoneNumber];
            Assert.Equal(contact.Held, BigFile.Contact.Read(there));
            int times = (int)there["received_count"]!;
            total += times;
            if (acknowledged.Contains(contact.PhoneNumber))
            {
                Assert.Equal(receivedBefore[contact.PhoneNumber], times);
            }
        }

        Assert.Equal(file.Sendable.Count + underWay, total);
    }

    private static void AssertRejects(string path, BigFile file)
    {
        DelimitedText rejects = DelimitedText.Read(path, ';');
        Assert.Equal(["phone_number", "first_name", "last_name", "param1", "note", "LineNumber", "ErrorId", "Reason"], rejects.Columns);
        Assert.Equal(
            file.Invalid.Concat(file.Refused.Select(row => KeyValuePair.Create(row.Key, "ContactRejected"))).OrderBy(row => row.Key),
            rejects["LineNumber"].Zip(rejects["ErrorId"], (line, id) => KeyValuePair.Create(int.Parse(line, CultureInfo.InvariantCulture), id)).OrderBy(row => row.Key));
    }

    /// <summary>The life of one process.</summary>
    private sealed record Life(Moment End, TimeSpan Delay, int Requests)
    {
        /// <summary>
        /// More contacts than the process can send. The first batch is sent alone, and then each sender needs one latency per
        /// batch. The start of the process takes more than half a second.
        /// </summary>
        public int MostContacts => End switch
        {
            Moment.AtRequest => BatchSize * (Requests + (2 * ThrottleLimit)),
            Moment.AfterStart => BatchSize * (1 + (ThrottleLimit * (1 + (int)(Math.Max(0, Delay.TotalMilliseconds - 600) / s_latency.TotalMilliseconds)))),
            _ => BatchSize * (1 + (ThrottleLimit * (2 + (int)(Delay / s_latency)))),
        };
    }
}
