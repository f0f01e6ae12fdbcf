using System.Diagnostics;

namespace ContactsPS.Tests.Importing;

/// <summary>What a run with a journal goes on with, who holds the journal, and when it has come to its end.</summary>
public sealed class JournalTests : JournaledImport
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("-ListName VIP -DefaultRegion FR -BatchSize 3 -ThrottleLimit 7")]
    [InlineData("-ListName VIP -DefaultRegion fr -MaximumRetryCount 2 -RetryIntervalSec 3")]
    [InlineData("-ListName VIP -DefaultRegion FR -UnList:$false -Verbose")]
    public void A_run_continues_with_other_sending_options(string options)
    {
        string[] sent = Interrupt();

        Assert.Equal((10, 10), Counts(Shell.Run($"Import-Contact '{SourceFile}' {options} -JournalPath '{Journal}'")));
        Assert.Equal(Numbers().Except(sent), Server.Take());
    }

    [Fact]
    public void A_run_continues_with_a_renamed_file()
    {
        string[] sent = Interrupt();
        string renamed = Folder.Find("b.csv");
        File.Move(SourceFile, renamed);

        Assert.Equal((10, 10), Counts(Shell.Run($"Import-Contact '{renamed}' {Options} -JournalPath '{Journal}'")));
        Assert.Equal(Numbers().Except(sent), Server.Take());
    }

    [Fact]
    public void A_journal_contains_neither_the_key_nor_a_contact()
    {
        Import();

        string text = File.ReadAllText(Journal);
        Assert.DoesNotContain(ModuleShellExtensions.ScriptedKey, text, StringComparison.Ordinal);
        Assert.DoesNotContain("0000001", text, StringComparison.Ordinal);
        Assert.DoesNotContain("One", text, StringComparison.Ordinal);
        Assert.StartsWith("ContactsPS journal 1\n{\"file\":\"a.csv\",", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_completed_journal_gives_a_warning_and_nothing_is_sent()
    {
        Summary first = Import().Summary();
        byte[] before = File.ReadAllBytes(Journal);
        int requests = Server.Requests;

        ShellResult again = Import();

        Assert.Equal(first with { Requests = 0 }, again.Summary());
        Assert.Contains("imported to its end", Assert.Single(again.Warnings), StringComparison.Ordinal);
        Assert.Empty(again.Errors);
        Assert.Equal(requests, Server.Requests);
        Assert.Equal(before, File.ReadAllBytes(Journal));
    }

    [Fact]
    public void The_warning_of_a_completed_journal_says_that_PassThru_writes_nothing()
    {
        Assert.Equal(10, Import("-PassThru").Output.Count);

        ShellResult again = Import("-PassThru");

        Assert.Empty(again.Output);
        string warning = Assert.Single(again.Warnings);
        Assert.Contains("no contact is written", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("the summary is that run's", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_command_continues_after_the_service_was_unavailable()
    {
        string[] sent = Interrupt();
        Assert.Equal(4, sent.Length);
        Assert.Null(JournalText.Read(Journal).Totals);

        ShellResult result = Import();

        Assert.Equal(new Summary(10, 10, 0, 0, 0, 3, 0), result.Summary());
        Assert.Equal(Numbers().Except(sent), Server.Take());
        Assert.Equal([10, 10, 0, 0], JournalText.Read(Journal).Totals!);
    }

    [Fact]
    public async Task The_same_command_continues_after_a_stop()
    {
        Server.Allow(2);
        Server.Then = ScriptedAnswer.Never;
        using PowerShell running = Shell.Create($"Import-Contact '{SourceFile}' {Options} -JournalPath '{Journal}'");
        _ = running.BeginInvoke();
        await Eventually.HoldsAsync(() => Server.Hangs, "the third batch is under way");
        running.Stop();
        string[] sent = Server.Take();
        Assert.Equal(4, sent.Length);
        Assert.Null(JournalText.Read(Journal).Totals);
        Server.Allow();

        Assert.Equal(new Summary(10, 10, 0, 0, 0, 3, 0), Import().Summary());
        Assert.Equal(Numbers().Except(sent), Server.Take());
        Assert.NotNull(JournalText.Read(Journal).Totals);
    }

    [Fact]
    public void The_same_command_continues_after_a_terminating_error()
    {
        Server.Allow(2);
        Server.Then = ScriptedAnswer.Of(401);
        Import().ThrewId("AuthenticationFailed");
        Assert.Null(JournalText.Read(Journal).Totals);
        string[] sent = Server.Take();
        Server.Allow();

        Assert.Equal((10, 10), Counts(Import()));
        Assert.Equal(Numbers().Except(sent), Server.Take());
    }

    [Fact]
    public void A_row_that_the_module_rejected_is_sent_when_it_is_valid_later()
    {
        const string Map = "-PropertyMap @{ Param1 = { if ($isDown -and $_.first_name -eq 'One') { throw 'down' } else { 'x' } } }";
        Folder.Write("a.csv", Text("Zoé").Replace($"{Rows.Number(5)},Zoé", $"{Rows.Number(5)},One", StringComparison.Ordinal));
        string command = $"Import-Contact '{SourceFile}' -BatchSize 20 {Map} -JournalPath '{Journal}' -ErrorAction SilentlyContinue";
        Assert.Equal((9, 1), Rejected(Shell.Run($"$isDown = $true; {command}")));
        Server.Take();
        WithoutEnd();

        Assert.Equal((10, 0), Rejected(Shell.Run($"$isDown = $false; {command}")));

        Assert.Equal([Rows.Number(5)], Server.Take());

        static (long Accepted, long Rejected) Rejected(ShellResult result) => (result.Summary().Accepted, result.Summary().Rejected);
    }

    [Fact]
    public void A_later_row_of_a_refused_number_is_not_a_duplicate_in_the_next_run()
    {
        using var server = new AcceptingServer(Rows.Number(1));
        server.Connect(Shell);
        Folder.Write("a.csv", $"phone_number,first_name\n{Rows.Number(1)},One\n{Rows.Number(2)},Two\n{Rows.Number(3)},Three\n{Rows.Number(1)},Four\n");
        string command = $"Import-Contact '{SourceFile}' -SkipDuplicate -BatchSize 4 -JournalPath '{Journal}' -ErrorAction SilentlyContinue";

        // All rows are read before the refusal arrives, so the fourth is a duplicate in the first run.
        Assert.Equal((2, 1, 1), Counts());
        WithoutEnd();

        Assert.Equal((2, 2, 0), Counts());

        (long Accepted, long Rejected, long Duplicate) Counts()
        {
            Summary summary = Shell.Run(command).Summary();
            return (summary.Accepted, summary.Rejected, summary.Duplicate);
        }
    }

    [Fact]
    public void A_journal_on_a_full_disk_is_an_error_and_nothing_is_sent()
    {
        const string Full = "/dev/full";
        Assert.SkipUnless(File.Exists(Full), "There is no full disk here.");

        Shell.Run($"Import-Contact '{SourceFile}' {Options} -JournalPath {Full}").ThrewId("JournalUnwritable");

        Assert.Equal(0, Server.Requests);
    }

    [Fact]
    public void The_same_command_continues_after_batches_were_declined()
    {
        Shell.Host.Answer = 2;
        Assert.Equal(10, Import("-Confirm").Summary().NotSent);
        Assert.Null(JournalText.Read(Journal).Totals);
        Shell.Host.Answer = 0;

        Assert.Equal((10, 10), Counts(Import("-Confirm")));
        Assert.NotNull(JournalText.Read(Journal).Totals);
    }

    [Fact]
    public void WhatIf_creates_no_journal_and_no_rejects_file()
    {
        Folder.Write("a.csv", Text("One") + "nonsense,Two\n");
        string rejects = Folder.Find("rejects.csv");

        Summary summary = Import($"-RejectedPath '{rejects}' -WhatIf -ErrorAction SilentlyContinue").Summary();

        Assert.Equal((11, 1, 10), (summary.Read, summary.Rejected, summary.NotSent));
        Assert.Equal([SourceFile], Directory.GetFiles(Folder.Path));
        Assert.Equal(0, Server.Requests);
    }

    [Fact]
    public void WhatIfPreference_creates_no_journal_and_no_rejects_file()
    {
        Folder.Write("a.csv", Text("One") + "nonsense,Two\n");

        Shell.Run($"$WhatIfPreference = $true; try {{ Import-Contact '{SourceFile}' {Options} -JournalPath '{Journal}' -RejectedPath '{Folder.Find("rejects.csv")}' -ErrorAction SilentlyContinue }} finally {{ $WhatIfPreference = $false }}").Summary();

        Assert.Equal([SourceFile], Directory.GetFiles(Folder.Path));
        Assert.Equal(0, Server.Requests);
    }

    [Fact]
    public void WhatIf_does_not_change_an_existing_journal_and_rejects_file()
    {
        Interrupt();
        byte[] journal = File.ReadAllBytes(Journal);
        string rejects = Folder.Write("rejects.csv", "the work of a morning");

        Import($"-RejectedPath '{rejects}' -WhatIf").Summary();

        Assert.Equal(journal, File.ReadAllBytes(Journal));
        Assert.Equal("the work of a morning", File.ReadAllText(rejects));
    }

    [Fact]
    public async Task A_second_runspace_is_refused_at_once_and_the_first_continues()
    {
        using ScriptedServer hanging = ScriptedServer.Hanging();
        Shell.Connect(hanging);
        using PowerShell first = Shell.Create($"Import-Contact '{SourceFile}' {Options} -JournalPath '{Journal}'");
        _ = first.BeginInvoke();
        await Eventually.HoldsAsync(() => hanging.Requests.Count == 1, "the first run sends");
        using var other = new ModuleShell();
        other.Connect(hanging);
        long start = Stopwatch.GetTimestamp();

        ErrorRecord error = other.Run($"Import-Contact '{SourceFile}' {Options} -JournalPath '{Journal}'").ThrewId("JournalInUse");

        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 5);
        Assert.Contains(Journal, error.Exception.Message, StringComparison.Ordinal);
        Assert.Single(hanging.Requests);
        Assert.Equal(PSInvocationState.Running, first.InvocationStateInfo.State);
        first.Stop();
    }

    [Fact]
    public async Task A_second_process_is_refused_and_the_first_completes()
    {
        using var refusal = new ManualResetEventSlim();
        using var server = new ScriptedServer(_ =>
        {
            refusal.Wait(Cancellation);
            return ScriptedAnswer.Created;
        });
        PSCredential credential = Credentials.Of("someone@example.com", ModuleShellExtensions.ScriptedKey);
        string command = $"$ErrorActionPreference = 'Stop'; $s = Import-Contact '{SourceFile}' -ListName VIP -BatchSize 5 -JournalPath '{Journal}'; \"$($s.Accepted)\"";
        using ImportProcess first = ImportProcess.Start(server.Endpoint, credential, command);
        await Eventually.HoldsAsync(() => server.Requests.Count == 1, "the first process sends");

        using ImportProcess second = ImportProcess.Start(server.Endpoint, credential, command);
        HostRun refused = await second.EndAsync();
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("is held by another process", refused.Errors, StringComparison.Ordinal);
        Assert.Single(server.Requests);

        refusal.Set();
        HostRun ended = await first.EndAsync();
        Assert.Equal(["10"], ended.Lines);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public void A_refused_or_completed_journal_is_not_locked()
    {
        Interrupt();
        Import("-UnList").ThrewId("JournalMismatch");
        File.Open(Journal, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
        Import().Summary();
        File.Open(Journal, FileMode.Open, FileAccess.ReadWrite, FileShare.None).Dispose();
    }

    [Fact]
    public void Two_files_with_one_journal_are_refused_and_nothing_is_sent()
    {
        string second = Folder.Write("b.csv", "phone_number\n+33612345678\n");

        Shell.Run($"Import-Contact '{SourceFile}', '{second}' {Options} -JournalPath '{Journal}'").ThrewId("JournalMismatch");
        Shell.Run($"Import-Contact '{Folder.Find("*.csv")}' {Options} -JournalPath '{Journal}'").ThrewId("JournalMismatch");

        Assert.Equal(0, Server.Requests);
        Assert.False(File.Exists(Journal));
    }

    [Fact]
    public void A_second_file_from_the_pipeline_is_refused_and_the_first_is_imported()
    {
        string second = Folder.Write("b.csv", "phone_number\n+33612345678\n");

        ShellResult result = Shell.Run($"'{SourceFile}', '{second}' | Import-Contact {Options} -JournalPath '{Journal}'");

        Assert.Contains(second, result.OneError("JournalMismatch").Exception.Message, StringComparison.Ordinal);
        Assert.Equal((10, 10), Counts(result));
    }

    [Fact]
    public void A_corrected_file_is_imported_by_the_same_command()
    {
        Folder.Write("a.csv", "Ville,Nom\nLyon,Robin\n");
        Import().ThrewId("NoPhoneNumberColumn");
        Folder.Write("a.csv", Text("One"));

        Assert.Equal((10, 10), Counts(Import()));
    }

    [Fact]
    public void A_journal_in_a_missing_folder_is_an_error_and_nothing_is_sent()
    {
        string missing = Folder.Find("missing/a.journal");

        ShellResult result = Shell.Run($"Import-Contact '{SourceFile}' {Options} -JournalPath '{missing}'");

        Assert.Contains(missing, (result.Thrown ?? result.Errors[0]).Exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, Server.Requests);
    }

    [Fact]
    public void The_journal_is_refused_as_the_rejects_file()
    {
        Folder.Write("a.csv", Text("One") + "nonsense,Two\n");
        Interrupt();

        ShellResult result = Import($"-RejectedPath '{Journal}'");

        Assert.Equal("RejectsUnwritable", result.Thrown?.FullyQualifiedErrorId.Split(',')[0]);
        Assert.StartsWith("ContactsPS journal 1\n", File.ReadAllText(Journal), StringComparison.Ordinal);
    }
}
