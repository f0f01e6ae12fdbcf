using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactsPS.Tests.Importing;

/// <summary>Partitions of a file, in one process and in many. The tests run alone, because sixteen processes load the machine.</summary>
[CollectionDefinition(nameof(PartitionTests), DisableParallelization = true)]
[Collection(nameof(PartitionTests))]
public sealed class PartitionTests : IDisposable
{
    private readonly ModuleShell _shell = new();
    private readonly Sandbox _sandbox;
    private readonly TemporaryFolder _folder = new();

    public PartitionTests() => _sandbox = _shell.StartSandbox();

    private static string Sample { get; } = Path.Combine(Repository.Samples, "contacts.csv");

    public void Dispose()
    {
        _shell.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void The_partitions_of_the_sample_are_disjoint_and_complete(int count)
    {
        List<string> lists = [.. Enumerable.Range(1, count).Select(_ => Unique.Name("list"))];

        List<ShellResult> shares = [.. lists.Select((list, i) => _shell.Run($"Import-Contact '{Sample}' -ListName '{list}' -DefaultRegion FR -SkipDuplicate -Partition {i + 1}/{count}"))];
        string whole = Unique.Name("list");
        Summary file = _shell.Run($"Import-Contact '{Sample}' -ListName '{whole}' -DefaultRegion FR -SkipDuplicate -ErrorAction SilentlyContinue").Summary();

        Summary[] summaries = [.. shares.Select(share => share.Summary())];
        Assert.Equal(new Summary(1000, 973, 7, 20, 0, 5, 0), file);
        Assert.Equal(
            (file.Read, file.Accepted, file.Rejected, file.Duplicate),
            (summaries.Sum(s => s.Read), summaries.Sum(s => s.Accepted), summaries.Sum(s => s.Rejected), summaries.Sum(s => s.Duplicate)));
        Assert.All(summaries, summary => Assert.InRange(summary.Accepted, 973 / count * 0.7, 973 / count * 1.3));
        string[] numbers = [.. lists.SelectMany(_sandbox.Numbers)];
        Assert.Equal(973, numbers.Distinct().Count());
        Assert.Equal(_sandbox.Numbers(whole).Order(StringComparer.Ordinal), numbers.Order(StringComparer.Ordinal));
        Assert.Equal(["Line 216", "Line 362", "Line 479", "Line 612", "Line 758", "Line 88", "Line 925"], shares.SelectMany(share => share.Errors).Select(error => error.Exception.Message.Split(':')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void All_rows_of_a_number_are_in_one_partition_in_their_order()
    {
        string file = _folder.Write("a.csv", $"phone,first_name\n{string.Concat(Enumerable.Range(0, 300).Select(i => $"{(i % 2 == 0 ? Rows.Number(i % 50) : $"0{Rows.Number(i % 50)[3..]}")},{i:000}\n"))}");

        Summary[] shares = [.. Enumerable.Range(1, 3).Select(i => _shell.Run($"Import-Contact '{file}' -ListName 'share {i}' -DefaultRegion FR -ThrottleLimit 1 -BatchSize 7 -Partition {i}/3").Summary())];

        Assert.Equal((300, 300), (shares.Sum(share => share.Read), shares.Sum(share => share.Accepted)));
        JsonObject[] contacts = [.. Enumerable.Range(1, 3).SelectMany(i => _sandbox.Contacts($"share {i}"))];
        Assert.Equal(50, contacts.Length);
        Assert.All(contacts, contact => Assert.Equal(6, (int)contact["received_count"]!));
        Assert.Equal(Enumerable.Range(250, 50).Select(i => i.ToString("000", CultureInfo.InvariantCulture)), contacts.Select(contact => (string)contact["first_name"]!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_contact_is_in_the_same_partition_in_every_kind_of_file()
    {
        string[] numbers = [.. Enumerable.Range(0, 40).Select(Rows.Number)];
        string csv = _folder.Write("a.csv", $"phone\n{string.Concat(numbers.Select(number => number + "\n"))}");
        string jsonLines = _folder.Write("a.jsonl", string.Concat(numbers.Select(number => $$"""{"phone":"{{number}}"}""" + "\n")));
        string workbook = _folder.Find("a.xlsx");
        Workbook.Write(workbook, new() { ["S"] = [.. numbers.Select(number => new Dictionary<string, object?> { ["phone"] = long.Parse(number, CultureInfo.InvariantCulture) })] });

        string[][] shares = [.. new[] { csv, jsonLines, workbook, $"{csv}' -PropertyMap @{{ Param1 = {{ 'x' }} }} -TagName 'x" }.Select(file =>
        {
            string list = Unique.Name("list");
            Assert.Null(_shell.Run($"Import-Contact '{file}' -ListName '{list}' -DefaultRegion FR -Partition 2/3").Thrown);
            return _sandbox.Numbers(list).Order(StringComparer.Ordinal).ToArray();
        })];

        Assert.InRange(shares[0].Length, 5, 25);
        Assert.All(shares, share => Assert.Equal(shares[0], share));
    }

    [Theory]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("1/0")]
    [InlineData("-1/3")]
    [InlineData("+1/3")]
    [InlineData("1/3/5")]
    [InlineData("1")]
    [InlineData("/3")]
    [InlineData("1/")]
    [InlineData("")]
    [InlineData("1 / 3")]
    [InlineData("one/three")]
    [InlineData("1/99999999999")]
    public void The_error_of_an_invalid_partition_has_an_example(string partition)
    {
        ShellResult result = _shell.Run($"Import-Contact '{Sample}' -Partition '{partition}'");

        Assert.NotNull(result.Thrown);
        Assert.Contains("3/16", result.Thrown.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(_sandbox.Requests());
    }

    [Fact]
    public async Task Sixteen_processes_four_at_a_time_import_a_file_together()
    {
        const int Shares = 16;
        var file = new BigFile(4_000, new HashSet<int> { 3, 250, 1_000 });
        _sandbox.Refuse(file.Refused.Values.Select(contact => contact.PhoneNumber));
        string path = _folder.Write("big.csv", file.Text);
        using var free = new SemaphoreSlim(4);

        HostRun[] runs = await Task.WhenAll(Enumerable.Range(1, Shares).Select(RunAsync));

        Assert.All(runs, run => Assert.True(run.ExitCode == 0, run.Errors));
        long[][] summaries = [.. runs.Select(run => run.Lines[0].Split(' ').Select(word => long.Parse(word, CultureInfo.InvariantCulture)).ToArray())];
        Assert.Equal(file.Summary, string.Join(' ', Enumerable.Range(0, 5).Select(i => summaries.Sum(summary => summary[i]))));
        Assert.All(summaries, summary => Assert.InRange(summary[1], 4_000 / Shares / 2, 4_000 / Shares * 2));

        JsonObject[] contacts = _sandbox.Contacts("VIP");
        Assert.Equal(
            file.Sendable.Values.OrderBy(contact => contact.PhoneNumber, StringComparer.Ordinal).Select(contact => contact.Held),
            contacts.OrderBy(contact => (string)contact["phone_number"]!, StringComparer.Ordinal).Select(BigFile.Contact.Read));
        Assert.All(contacts, contact => Assert.Equal(1, (int)contact["received_count"]!));

        string[] rejects = [.. Enumerable.Range(1, Shares).Select(Rejects).Where(File.Exists)];
        Assert.Equal(
            file.Invalid.Keys.Concat(file.Refused.Keys).Order(),
            rejects.SelectMany(rejected => DelimitedText.Read(rejected, ';')["LineNumber"]).Select(line => int.Parse(line, CultureInfo.InvariantCulture)).Order());
        Assert.All(Enumerable.Range(1, Shares), i => Assert.NotNull(JournalText.Read(Journal(i)).Totals));

        async Task<HostRun> RunAsync(int i)
        {
            await free.WaitAsync(TestContext.Current.CancellationToken);
            try
            {
                using ImportProcess process = ImportProcess.Start(
                    _sandbox,
                    $"$s = Import-Contact '{path}' -ListName VIP -DefaultRegion FR -SkipDuplicate -Partition {i}/{Shares} -JournalPath '{Journal(i)}' -RejectedPath '{Rejects(i)}'; \"$($s.Read) $($s.Accepted) $($s.Rejected) $($s.Duplicate) $($s.NotSent)\"");
                return await process.EndAsync();
            }
            finally
            {
                free.Release();
            }
        }
    }

    private string Journal(int i) => _folder.Find(string.Create(CultureInfo.InvariantCulture, $"{i}.journal"));

    private string Rejects(int i) => _folder.Find(string.Create(CultureInfo.InvariantCulture, $"{i}.rejects.csv"));
}
