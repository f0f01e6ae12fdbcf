using System.Diagnostics;

namespace ContactsPS.Tests.Importing;

/// <summary>What a journal is about, who holds it, and when a run has come to its end.</summary>
public sealed class JournalTests : IDisposable
{
    private const string Options = "-ListName VIP -DefaultRegion FR -BatchSize 2 -ThrottleLimit 1 -MaximumRetryCount 0";

    private readonly TemporaryFolder _folder = new();
    private readonly AcceptingServer _server = new();
    private readonly ModuleShell _shell = new();
    private readonly string _file;
    private readonly string _journal;

    public JournalTests()
    {
        _server.Connect(_shell);
        _file = _folder.Write("a.csv", Text(first: "One"));
        _journal = _folder.Find("a.journal");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _shell.Dispose();
        _server.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("-ListName VIP2 -DefaultRegion FR", "list")]
    [InlineData("-ListName VIP, Other -DefaultRegion FR", "list")]
    [InlineData("-DefaultRegion FR", "list")]
    [InlineData("-ListName VIP -DefaultRegion FR -TagName gold", "tag")]
    [InlineData("-ListName VIP -DefaultRegion FR -UnList", "un_list")]
    [InlineData("-ListName VIP -DefaultRegion FR -UnTag", "un_tag")]
    [InlineData("-ListName VIP -DefaultRegion FR -AutoDeleteOptOut", "auto_delete_optout")]
    [InlineData("-ListName VIP -DefaultRegion FR -DoNotOverwrite", "do_not_overwrite")]
    [InlineData("-ListName VIP -DefaultRegion FR -PropertyMap @{ Param1 = 'first_name' }", "Param1")]
    [InlineData("-ListName VIP -DefaultRegion FR -PropertyMap @{ Param1 = { $_.first_name } }", "Param1")]
    [InlineData("-ListName VIP -DefaultRegion BE", "default_region")]
    [InlineData("-ListName VIP", "default_region")]
    [InlineData("-ListName VIP -DefaultRegion FR -SkipPhoneValidation", "skip_phone_validation")]
    [InlineData("-ListName VIP -DefaultRegion FR -SkipDuplicate", "skip_duplicate")]
    [InlineData("-ListName VIP -DefaultRegion FR -Partition 1/2", "partition")]
    [InlineData("-ListName VIP -DefaultRegion FR -Delimiter ';'", "delimiter")]
    [InlineData("-ListName VIP -DefaultRegion FR -Encoding utf8", "encoding")]
    [InlineData("-ListName VIP -DefaultRegion FR -WorksheetName Sheet2", "worksheet")]
    public void With_another_option_a_journal_is_refused_with_its_name(string options, string named)
    {
        Interrupt();

        AssertMismatch($"Import-Contact '{_file}' {options} -JournalPath '{_journal}'", named);
    }

    [Fact]
    public void With_another_property_map_a_journal_is_refused()
    {
        Interrupt("-PropertyMap @{ Param1 = { $_.first_name } }");

        AssertMismatch($"Import-Contact '{_file}' {Options} -PropertyMap @{{ Param1 = {{ $_.first_name.ToUpper() }} }} -JournalPath '{_journal}'", "Param1");
        AssertMismatch($"Import-Contact '{_file}' {Options} -PropertyMap @{{ Param2 = {{ $_.first_name }} }} -JournalPath '{_journal}'", "Param1");
    }

    [Fact]
    public void With_another_file_of_the_same_name_and_length_a_journal_is_refused()
    {
        Interrupt();
        Assert.Equal(Text("One").Length, Text("Two").Length);
        _folder.Write("a.csv", Text("Two"));

        AssertMismatch($"Import-Contact '{_file}' {Options} -JournalPath '{_journal}'", "a.csv");
    }

    [Fact]
    public void With_another_login_a_journal_is_refused()
    {
        Interrupt();
        _server.Connect(_shell, "other@example.com");

        AssertMismatch($"Import-Contact '{_file}' {Options} -JournalPath '{_journal}'", "other@example.com");
    }

    [Fact]
    public void With_another_endpoint_a_journal_is_refused()
    {
        Interrupt();
        using var other = new AcceptingServer();
        other.Connect(_shell);

        AssertMismatch($"Import-Contact '{_file}' {Options} -JournalPath '{_journal}'", other.Endpoint.AbsoluteUri);
        Assert.Equal(0, other.Requests);
    }

    [Fact]
    public void With_another_option_a_journal_that_ended_is_refused_as_well()
    {
        Assert.Equal(10, Import().Summary().Accepted);

        AssertMismatch($"Import-Contact '{_file}' {Options} -UnList -JournalPath '{_journal}'", "un_list");
    }

    [Theory]
    [InlineData("-ListName VIP -DefaultRegion FR -BatchSize 3 -ThrottleLimit 7")]
    [InlineData("-ListName VIP -DefaultRegion fr -MaximumRetryCount 2 -RetryIntervalSec 3")]
    [InlineData("-ListName VIP -DefaultRegion FR -UnList:$false -Verbose")]
    public void With_other_ways_of_sending_it_goes_on(string options)
    {
        string[] sent = Interrupt();

        Assert.Equal((10, 10), Counts(_shell.Run($"Import-Contact '{_file}' {options} -JournalPath '{_journal}'")));
        Assert.Equal(Numbers().Except(sent), _server.Take());
    }

    [Fact]
    public void A_file_that_was_renamed_is_the_same_file()
    {
        string[] sent = Interrupt();
        string renamed = _folder.Find("b.csv");
        File.Move(_file, renamed);

        Assert.Equal((10, 10), Counts(_shell.Run($"Import-Contact '{renamed}' {Options} -JournalPath '{_journal}'")));
        Assert.Equal(Numbers().Except(sent), _server.Take());
    }

    [Fact]
    public void A_journal_has_neither_the_key_nor_a_contact_in_it()
    {
        Import();

        string text = File.ReadAllText(_journal);
        Assert.DoesNotContain(ModuleShellExtensions.ScriptedKey, text, StringComparison.Ordinal);
        Assert.DoesNotContain("0000001", text, StringComparison.Ordinal);
        Assert.DoesNotContain("One", text, StringComparison.Ordinal);
        Assert.StartsWith("ContactsPS journal 1\n{\"file\":\"a.csv\",", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_that_ended_warns_and_sends_nothing()
    {
        Summary first = Import().Summary();
        byte[] before = File.ReadAllBytes(_journal);
        int requests = _server.Requests;

        ShellResult again = Import();

        Assert.Equal(first with { Requests = 0 }, again.Summary());
        Assert.Contains("imported to its end", Assert.Single(again.Warnings), StringComparison.Ordinal);
        Assert.Empty(again.Errors);
        Assert.Equal(requests, _server.Requests);
        Assert.Equal(before, File.ReadAllBytes(_journal));
    }

    [Fact]
    public void After_the_service_was_unavailable_in_the_middle_the_same_command_goes_on()
    {
        string[] sent = Interrupt();
        Assert.Equal(4, sent.Length);
        Assert.Null(JournalText.Read(_journal).Totals);

        ShellResult result = Import();

        Assert.Equal(new Summary(10, 10, 0, 0, 0, 3, 0), result.Summary());
        Assert.Equal(Numbers().Except(sent), _server.Take());
        Assert.Equal([10, 10, 0, 0], JournalText.Read(_journal).Totals!);
    }

    [Fact]
    public async Task After_a_stop_in_the_middle_the_same_command_goes_on()
    {
        _server.Allow(2);
        _server.Then = null;
        using PowerShell running = _shell.Create($"Import-Contact '{_file}' {Options} -JournalPath '{_journal}'");
        _ = running.BeginInvoke();
        await Eventually.HoldsAsync(() => _server.Hangs, "the third batch is under way");
        running.Stop();
        string[] sent = _server.Take();
        Assert.Equal(4, sent.Length);
        Assert.Null(JournalText.Read(_journal).Totals);
        _server.Allow();

        Assert.Equal(new Summary(10, 10, 0, 0, 0, 3, 0), Import().Summary());
        Assert.Equal(Numbers().Except(sent), _server.Take());
        Assert.NotNull(JournalText.Read(_journal).Totals);
    }

    [Fact]
    public void After_an_error_that_ended_the_run_the_same_command_goes_on()
    {
        _server.Allow(2);
        _server.Then = new ScriptedAnswer(401);
        Import().ThrewId("AuthenticationFailed");
        Assert.Null(JournalText.Read(_journal).Totals);
        string[] sent = _server.Take();
        _server.Allow();

        Assert.Equal((10, 10), Counts(Import()));
        Assert.Equal(Numbers().Except(sent), _server.Take());
    }

    [Fact]
    public void Batches_that_were_declined_leave_the_journal_open()
    {
        _shell.Host.Answer = 2;
        Assert.Equal(10, Import("-Confirm").Summary().NotSent);
        Assert.Null(JournalText.Read(_journal).Totals);
        _shell.Host.Answer = 0;

        Assert.Equal((10, 10), Counts(Import("-Confirm")));
        Assert.NotNull(JournalText.Read(_journal).Totals);
    }

    [Fact]
    public void WhatIf_leaves_no_journal_and_no_rejects_file()
    {
        _folder.Write("a.csv", Text("One") + "nonsense,Two\n");
        string rejects = _folder.Find("rejects.csv");

        Summary summary = Import($"-RejectedPath '{rejects}' -WhatIf -ErrorAction SilentlyContinue").Summary();

        Assert.Equal((11, 1, 10), (summary.Read, summary.Rejected, summary.NotSent));
        Assert.Equal([_file], Directory.GetFiles(_folder.Path));
        Assert.Equal(0, _server.Requests);
    }

    [Fact]
    public void WhatIf_as_a_preference_leaves_no_journal_and_no_rejects_file()
    {
        _folder.Write("a.csv", Text("One") + "nonsense,Two\n");

        _shell.Run($"$WhatIfPreference = $true; try {{ Import-Contact '{_file}' {Options} -JournalPath '{_journal}' -RejectedPath '{_folder.Find("rejects.csv")}' -ErrorAction SilentlyContinue }} finally {{ $WhatIfPreference = $false }}").Summary();

        Assert.Equal([_file], Directory.GetFiles(_folder.Path));
        Assert.Equal(0, _server.Requests);
    }

    [Fact]
    public void WhatIf_leaves_a_journal_and_a_rejects_file_that_are_there_as_they_are()
    {
        Interrupt();
        byte[] journal = File.ReadAllBytes(_journal);
        string rejects = _folder.Write("rejects.csv", "the work of a morning");

        Import($"-RejectedPath '{rejects}' -WhatIf").Summary();

        Assert.Equal(journal, File.ReadAllBytes(_journal));
        Assert.Equal("the work of a morning", File.ReadAllText(rejects));
    }

    [Fact]
    public async Task A_second_runspace_on_a_journal_is_refused_at_once_and_the_first_goes_on()
    {
        using ScriptedServer hanging = ScriptedServer.Hanging();
        _shell.Connect(hanging);
        using PowerShell first = _shell.Create($"Import-Contact '{_file}' {Options} -JournalPath '{_journal}'");
        _ = first.BeginInvoke();
        await Eventually.HoldsAsync(() => hanging.Requests.Count == 1, "the first run sends");
        using var other = new ModuleShell();
        other.Connect(hanging);
        long start = Stopwatch.GetTimestamp();

        ErrorRecord error = other.Run($"Import-Contact '{_file}' {Options} -JournalPath '{_journal}'").ThrewId("JournalInUse");

        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 5);
        Assert.Contains(_journal, error.Exception.Message, StringComparison.Ordinal);
        Assert.Single(hanging.Requests);
        Assert.Equal(PSInvocationState.Running, first.InvocationStateInfo.State);
        first.Stop();
    }

    [Fact]
    public async Task A_second_process_on_a_journal_is_refused_at_once_and_the_first_comes_to_its_end()
    {
        using var shell = new ModuleShell();
        Sandbox sandbox = shell.StartSandbox("-LatencyMilliseconds 2000");
        string command = $"$ErrorActionPreference = 'Stop'; $s = Import-Contact '{_file}' -ListName VIP -BatchSize 5 -JournalPath '{_journal}'; \"$($s.Accepted)\"";
        using ImportProcess first = ImportProcess.Start(sandbox, command);
        await Eventually.HoldsAsync(() => File.Exists(_journal) && new FileInfo(_journal).Length > 0, "the first process has the journal");

        using ImportProcess second = ImportProcess.Start(sandbox, command);
        HostRun refused = await second.EndAsync();

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("is held by another process", refused.Errors, StringComparison.Ordinal);
        HostRun ended = await first.EndAsync();
        Assert.Equal(["10"], ended.Lines);
        Assert.Equal(2, sandbox.Requests().Length);
    }

    [Fact]
    public void After_a_journal_was_refused_or_ended_nobody_holds_it()
    {
        Interrupt();
        Import("-UnList").ThrewId("JournalMismatch");
        File.Open(_journal, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
        Import().Summary();
        File.Open(_journal, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
    }

    [Fact]
    public void Two_files_cannot_share_a_journal_and_neither_is_lost()
    {
        string second = _folder.Write("b.csv", "phone_number\n+33612345678\n");

        ShellResult result = _shell.Run($"Import-Contact '{_file}', '{second}' {Options} -JournalPath '{_journal}'");

        Assert.Contains(second, result.OneError("JournalMismatch").Exception.Message, StringComparison.Ordinal);
        Assert.Equal((10, 10), Counts(result));
    }

    [Fact]
    public void A_file_that_could_not_be_read_as_contacts_can_be_mended_and_imported_with_the_same_command()
    {
        _folder.Write("a.csv", "Ville,Nom\nLyon,Robin\n");
        Import().ThrewId("NoPhoneNumberColumn");
        _folder.Write("a.csv", Text("One"));

        Assert.Equal((10, 10), Counts(Import()));
    }

    [Fact]
    public void A_journal_in_a_folder_that_is_not_there_sends_nothing_and_says_which()
    {
        string missing = _folder.Find("missing/a.journal");

        ShellResult result = _shell.Run($"Import-Contact '{_file}' {Options} -JournalPath '{missing}'");

        Assert.Contains(missing, (result.Thrown ?? result.Errors[0]).Exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, _server.Requests);
    }

    [Fact]
    public void The_journal_cannot_be_the_rejects_file()
    {
        _folder.Write("a.csv", Text("One") + "nonsense,Two\n");
        Interrupt();

        ShellResult result = Import($"-RejectedPath '{_journal}'");

        Assert.True(result.Thrown is not null || result.Errors.Count == 1);
        Assert.StartsWith("ContactsPS journal 1\n", File.ReadAllText(_journal), StringComparison.Ordinal);
    }

    private static string Text(string first) => $"phone_number,first_name\n{string.Concat(Numbers().Select((number, i) => $"{number},{(i == 0 ? first : "Zoé")}\n"))}";

    private static IEnumerable<string> Numbers() => Enumerable.Range(1, 10).Select(Rows.Number);

    private static (long Read, long Accepted) Counts(ShellResult result)
    {
        Summary summary = result.Summary();
        return (summary.Read, summary.Accepted);
    }

    private ShellResult Import(string more = "") => _shell.Run($"Import-Contact '{_file}' {Options} {more} -JournalPath '{_journal}'");

    /// <summary>Has a run stop after two batches; the contacts that were accepted.</summary>
    private string[] Interrupt(string more = "")
    {
        _server.Allow(2);
        Import($"{more} -ErrorAction SilentlyContinue");
        _server.Allow();
        return _server.Take();
    }

    private void AssertMismatch(string command, string named)
    {
        byte[] before = File.ReadAllBytes(_journal);
        int requests = _server.Requests;

        ErrorRecord error = _shell.Run(command).ThrewId("JournalMismatch");

        Assert.Contains(named, error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_journal));
        Assert.Equal(requests, _server.Requests);
    }
}
