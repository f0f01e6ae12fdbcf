namespace ContactsPS.Tests.Syncing;

/// <summary>The state file: whose it is, and what happens when it can't be used.</summary>
public sealed class SyncStateTests(SandboxFixture fixture) : SyncTest(fixture)
{
    [Fact]
    public void Only_the_owner_can_read_the_files_and_they_contain_no_key()
    {
        SyncQuietly(RowsOf(Unique.Numbers(3)));

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(State));
        }

        Assert.False(File.ReadAllBytes(State).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Sandbox.Key)) >= 0);
        Assert.Equal([State], Directory.GetFiles(Folder.Path));
    }

    [Fact]
    public void A_state_of_another_list_is_refused()
    {
        SyncQuietly(RowsOf(Unique.Numbers(3)));

        ErrorRecord error = Shell.Run($"'{Unique.Number()}' | Sync-ContactList -Name Other -StatePath '{State}' -Force").ThrewId("StateMismatch");

        Assert.Contains($"the list '{List}'", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Requests());
        Assert.Equal([State], Directory.GetFiles(Folder.Path));
    }

    [Fact]
    public void A_state_of_another_account_is_refused()
    {
        SyncQuietly(RowsOf(Unique.Numbers(3)));
        using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        using var shell = new ModuleShell();
        shell.Connect(server);

        shell.Run($"'{Unique.Number()}' | Sync-ContactList -Name '{List}' -StatePath '{State}' -Force").ThrewId("StateMismatch");

        Assert.Empty(server.Requests);
    }

    [Fact]
    public void A_damaged_state_is_refused_wherever_the_damage_is()
    {
        SyncQuietly(RowsOf(Unique.Numbers(3)));
        byte[] good = File.ReadAllBytes(State);
        for (int i = 0; i < good.Length; i += 7)
        {
            byte[] bad = [.. good];
            bad[i] ^= 0x10;
            AssertCorrupt(bad);
            AssertCorrupt(good[..i]);
        }

        AssertCorrupt([.. good, 0]);
        AssertCorrupt("phone\n+33612345678\n"u8.ToArray());
        Assert.Empty(Requests());
        Assert.Equal([State], Directory.GetFiles(Folder.Path));

        File.WriteAllBytes(State, good);
        Assert.Equal(new SyncCounts(1, 1, 0, 0, 3), SyncCounts.Of(Sync([Unique.Number()], "-Force")));
    }

    [Fact]
    public void Two_runs_at_the_same_time_are_refused()
    {
        using var inner = new ModuleShell();
        inner.Connect(Sandbox.Endpoint, Sandbox.Credential);
        Shell.Set("other", (Func<string>)(() => inner.Run(
            $"'{Unique.Number()}' | Sync-ContactList -Name '{List}' -StatePath '{State}'").ThrewId("StateInUse").Exception.Message));

        ShellResult result = Shell.Run(
            $"'{Unique.Number()}' | ForEach-Object {{ $global:said = $other.Invoke(); $_ }} | Sync-ContactList -Name '{List}' -StatePath '{State}'");

        Assert.Equal(1, SyncCounts.Of(result).Added);
        Assert.Contains("Another run uses", $"{Shell.Get("said")}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_that_can_not_be_written_is_told_before_anything_is_sent()
    {
        Sandbox.ForgetRequests();

        Shell.Run($"'{Unique.Number()}' | Sync-ContactList -Name '{List}' -StatePath '{Folder.Find("no/such/folder")}'").ThrewId("StateUnwritable");

        Assert.Empty(Requests());
    }

    [Fact]
    public void A_full_disk_ends_the_run_before_anything_is_sent_and_after_that_leaves_the_pending_file()
    {
        using SmallDisk disk = SmallDisk.Mount(pages: 2);
        string state = Path.Combine(disk.Path, "s");
        Sandbox.ForgetRequests();
        string command = $"$rows | Sync-ContactList -Name '{List}' -StatePath '{state}'";
        PSObject[] rows = RowsOf(Unique.Numbers(400));

        Shell.Run(command, rows).ThrewId("StateUnwritable");
        Assert.Empty(Requests());
        Assert.Empty(Directory.GetFiles(disk.Path));

        // Now there is room for the contacts, but not for the state.
        disk.Grow(pages: 8);
        Shell.Run(command, rows).ThrewId("StateUnwritable");
        Assert.Equal(400, Sandbox.Count(List));
        Assert.True(File.Exists($"{state}.pending"));

        disk.Grow(pages: 64);
        Assert.Equal(new SyncCounts(399, 399, 0, 0, 1), SyncCounts.Of(Shell.Run(command, rows[1..])));
        Assert.Equal([state], Directory.GetFiles(disk.Path));
    }

    private void AssertCorrupt(byte[] state)
    {
        File.WriteAllBytes(State, state);
        ErrorRecord error = Sync([Unique.Number()], "-Force").ThrewId("StateCorrupt");
        Assert.Contains("restore a copy of it", error.Exception.Message, StringComparison.OrdinalIgnoreCase);
    }
}
