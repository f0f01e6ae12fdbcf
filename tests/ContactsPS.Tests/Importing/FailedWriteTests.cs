namespace ContactsPS.Tests.Importing;

/// <summary>What a run says when the journal or the rejects file can't be written, or when every contact is refused.</summary>
public sealed class FailedWriteTests : JournaledImport
{
    [Fact]
    public void A_journal_on_a_disk_that_gets_full_ends_the_run_with_the_number_of_accepted_contacts()
    {
        using SmallDisk disk = SmallDisk.Mount(pages: 1);
        string file = Folder.Write("many.csv", $"phone_number\n{string.Concat(Enumerable.Range(1, 2_000).Select(i => $"{Rows.Number(i)}\n{(i % 2 == 0 ? "none\n" : string.Empty)}"))}");

        ShellResult result = Shell.Run(
            $"Import-Contact '{file}' -BatchSize 2 -ThrottleLimit 3 -JournalPath '{Path.Combine(disk.Path, "j")}' -RejectedPath '{Folder.Find("rejects.csv")}'");

        ErrorRecord error = result.ThrewId("JournalUnwritable");
        Assert.Contains($"{Server.Take().Length} contacts were accepted before.", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rejects_file_on_a_disk_that_gets_full_ends_the_run_and_no_row_is_lost()
    {
        using SmallDisk disk = SmallDisk.Mount(pages: 2);
        string rejects = Path.Combine(disk.Path, "rejects.csv");
        string file = Folder.Write("many.csv", $"phone_number\n{string.Concat(Enumerable.Range(1, 500).Select(i => $"{Rows.Number(i)}\nnone {i}\n"))}");

        ShellResult result = Shell.Run($"Import-Contact '{file}' -BatchSize 2 -ThrottleLimit 3 -RejectedPath '{rejects}'");

        ErrorRecord error = result.ThrewId("RejectsUnwritable");
        Assert.Contains($"{Server.Take().Length} contacts were accepted before.", error.Exception.Message, StringComparison.Ordinal);
        int inFile = DelimitedText.Read($"{rejects}.partial")["phone_number"].Count;
        string lost = Assert.Single(result.Errors).TargetObject!.ToString()!;
        Assert.Contains($"none {inFile + 1}", lost, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_as_the_rejects_file_leaves_nothing_beside_it()
    {
        const string Full = "/dev/full";
        Assert.SkipUnless(File.Exists(Full), "There is no full disk here.");
        string file = Folder.Write("bad.csv", "phone_number\nnone\n");

        ErrorRecord error = Shell.Run($"Import-Contact '{file}' -RejectedPath {Full}").ThrewId("RejectsUnwritable");

        Assert.False(File.Exists($"{Full}.partial"));
        Assert.Contains("0 contacts were accepted before.", error.Exception.Message, StringComparison.Ordinal);
        string kept = error.Exception.Message.Split('\'')[1];
        Assert.Equal(["none"], DelimitedText.Read(kept)["phone_number"]);
        File.Delete(kept);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 4)]
    [InlineData(2, 1)]
    public void A_list_that_is_refused_costs_few_requests_and_no_row_is_refused_for_good(int batchSize, int throttle)
    {
        string file = Folder.Write("many.csv", $"phone_number\n{string.Concat(Enumerable.Range(1, 300).Select(i => $"{Rows.Number(i)}\n"))}");
        string command = $"Import-Contact '{file}' -BatchSize {batchSize} -ThrottleLimit {throttle} -JournalPath '{Journal}'";
        Server.Allow(0);
        Server.Then = ScriptedAnswer.RefusedUnexplained;

        Shell.Run(command).ThrewId("RequestRejected");

        Assert.InRange(Server.Requests, 1, 10 + throttle);
        Assert.DoesNotContain("\nrejected ", File.ReadAllText(Journal), StringComparison.Ordinal);
        Server.Allow();
        Assert.Equal(300, Shell.Run(command).Summary().Accepted);
        Assert.Equal(300, Server.Take().Length);
    }

    [Fact]
    public void A_contact_that_is_refused_among_others_is_refused_for_good()
    {
        using var server = new ScriptedServer(
            request => request.PhoneNumbers.Contains(Rows.Number(3)) ? ScriptedAnswer.RefusedUnexplained : ScriptedAnswer.Created);
        Shell.Connect(server);

        Assert.Equal(1, Shell.Run($"Import-Contact '{SourceFile}' -BatchSize 1 -ThrottleLimit 1 -JournalPath '{Journal}'").Summary().Rejected);

        Assert.Contains("\nrejected 4 400 125 ", File.ReadAllText(Journal), StringComparison.Ordinal);
    }
}
