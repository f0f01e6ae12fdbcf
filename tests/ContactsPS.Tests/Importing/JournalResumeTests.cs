namespace ContactsPS.Tests.Importing;

/// <summary>A run continues with its journal, until the journal is completed.</summary>
public sealed class JournalResumeTests : JournaledImport
{
    [Fact]
    public void The_same_command_continues_after_the_service_was_unavailable()
    {
        string[] sent = Interrupt();
        Assert.Equal(4, sent.Length);
        Assert.Null(JournalText.Read(Journal).Totals);

        ShellResult result = Import();

        Assert.Equal(new Summary(10, 10, 0, 0, 0, 3, 0), result.Summary());
        Assert.Equal(Numbers().Except(sent), Server.Take());
        Assert.Equal([10, 10, 0, 0, 0], JournalText.Read(Journal).Totals!);
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
    public void A_corrected_file_is_imported_by_the_same_command()
    {
        Folder.Write("a.csv", "Ville,Nom\nLyon,Robin\n");
        Import().ThrewId("NoPhoneNumberColumn");
        Folder.Write("a.csv", Text("One"));

        Assert.Equal((10, 10), Counts(Import()));
    }

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
}
