namespace ContactsPS.Tests.Syncing;

/// <summary>What a synchronisation refuses to do.</summary>
public sealed class SyncSafetyTests(SandboxFixture fixture) : SyncTest(fixture)
{
    [Theory]
    [InlineData(80, "", false)]
    [InlineData(79, "", true)]
    [InlineData(50, "-MaximumRemovalPercent 50", false)]
    [InlineData(99, "-MaximumRemovalPercent 0", true)]
    [InlineData(1, "-Force", false)]
    public void More_removals_than_the_limit_are_refused_without_Force(int left, string parameters, bool isRefused)
    {
        PSObject[] rows = RowsOf(Unique.Numbers(100));
        SyncQuietly(rows);
        byte[] before = File.ReadAllBytes(State);

        ShellResult result = Sync([.. rows[..left], .. RowsOf([Unique.Number()])], parameters);

        if (!isRefused)
        {
            Assert.Equal(100 - left, SyncCounts.Of(result).Removed);
            return;
        }

        ErrorRecord error = result.ThrewId("RemovalLimitExceeded");
        Assert.Equal(ErrorCategory.LimitsExceeded, error.CategoryInfo.Category);
        Assert.StartsWith($"{100 - left} of the 100 contacts", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("-Force", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Requests());
        Assert.Equal(before, File.ReadAllBytes(State));
        Assert.False(File.Exists(Pending));
    }

    [Theory]
    [InlineData("")]
    [InlineData("'nonsense'")]
    public void An_input_without_a_contact_never_empties_the_list_without_Force(string input)
    {
        PSObject[] rows = RowsOf(Unique.Numbers(3));
        SyncQuietly(rows);
        string command = $"@({input}) | Sync-ContactList -Name '{List}' -StatePath '{State}' -MaximumRemovalPercent 100 -ErrorAction SilentlyContinue";

        ErrorRecord error = Shell.Run(command).ThrewId("InputEmpty");
        Assert.Contains("all 3 contacts", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(3, Sandbox.Count(List));

        Assert.Equal(3, SyncCounts.Of(Shell.Run($"{command} -Force")).Removed);
        Assert.Equal(0, Sandbox.Count(List));
    }

    [Fact]
    public void An_empty_input_and_an_empty_list_are_no_error()
    {
        Assert.Equal(new SyncCounts(0, 0, 0, 0, 0), SyncCounts.Of(Sync([])));
        Assert.Empty(Directory.GetFiles(Folder.Path));
    }

    [Theory]
    [InlineData("missing.csv")]
    [InlineData("*.missing")]
    [InlineData("no-columns.csv")]
    public void Nothing_is_sent_when_a_file_can_not_be_read_to_its_end(string name)
    {
        string good = Folder.Write("good.csv", $"phone\n{Unique.Number()}\n");
        Folder.Write("no-columns.csv", "a,b\n1,2\n");
        Sandbox.ForgetRequests();

        ShellResult result = Shell.Run(
            $"Sync-ContactList '{good}', '{Folder.Find(name)}' -Name '{List}' -StatePath '{State}' -ErrorAction SilentlyContinue");

        Assert.Equal("InputIncomplete", result.ThrewId("InputIncomplete").FullyQualifiedErrorId.Split(',')[0]);
        Assert.Empty(Requests());
        Assert.False(File.Exists(State));
        Assert.False(File.Exists(Pending));
    }

    [Fact]
    public void An_error_before_the_cmdlet_sends_nothing()
    {
        PSObject[] rows = RowsOf(Unique.Numbers(10));
        SyncQuietly(rows);

        ShellResult result = Shell.Run(
            $"$rows | ForEach-Object {{ if ($_ -eq $rows[5]) {{ throw 'the source failed' }}; $_ }} | Sync-ContactList -Name '{List}' -StatePath '{State}' -Force", rows);

        Assert.Equal("the source failed", result.Thrown?.Exception.Message);
        Assert.Empty(Requests());
        Assert.False(File.Exists(Pending));
        Assert.Equal(10, SyncCounts.Of(Sync(rows)).Unchanged);
    }

    [Theory]
    [InlineData("rejects.xlsx")]
    [InlineData("list.state")]
    [InlineData("input.csv")]
    public void A_rejects_file_that_is_a_workbook_the_state_or_the_input_is_refused(string rejects)
    {
        SyncQuietly(RowsOf(Unique.Numbers(2)));
        byte[] before = File.ReadAllBytes(State);
        string input = Folder.Write("input.csv", $"phone\n{Unique.Number()}\nnonsense\n");

        ErrorRecord error = Shell.Run(
            $"Sync-ContactList '{input}' -Name '{List}' -StatePath '{State}' -Force -RejectedPath '{Folder.Find(rejects)}'").ThrewId("RejectsMismatch");

        Assert.EndsWith("Give another -RejectedPath.", error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Delete", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Requests());
        Assert.Equal(before, File.ReadAllBytes(State));
        Assert.Equal(["input.csv", "list.state"], Directory.GetFiles(Folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_file_that_is_no_state_file_is_refused_without_the_advice_to_delete_it()
    {
        string input = Folder.Write("input.csv", $"phone\n{Unique.Number()}\n");
        Sandbox.ForgetRequests();

        ErrorRecord error = Shell.Run($"Sync-ContactList '{input}' -Name '{List}' -StatePath '{input}'").ThrewId("StateCorrupt");

        Assert.Contains("is not a state file", error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("delete", error.Exception.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Requests());
        Assert.Equal([input], Directory.GetFiles(Folder.Path));
    }
}
