namespace ContactsPS.Tests.Syncing;

/// <summary>A synchronisation that fails in the middle: what the next one does.</summary>
public sealed class SyncFailureTests(SandboxFixture fixture) : SyncTest(fixture)
{
    private const string OneAtATime = "-BatchSize 10 -ThrottleLimit 1 -MaximumRetryCount 0";

    [Fact]
    public void When_the_service_fails_the_next_run_sends_the_rest_and_removes_what_may_have_arrived()
    {
        int answered = 0;
        using var server = new ScriptedServer(request => Interlocked.Increment(ref answered) == 3 ? ScriptedAnswer.Drop : ScriptedAnswer.Created);
        using var shell = new ModuleShell();
        shell.Connect(server);
        PSObject[] rows = Rows.Contacts(50);
        string command = $"$rows | Sync-ContactList -Name VIP -StatePath '{State}' {OneAtATime}";

        ShellResult failed = shell.Run(command, rows);
        Assert.Equal(new SyncCounts(50, 20, 0, 0, 0, NotSent: 30), SyncCounts.Of(failed));
        Assert.All(failed.ErrorIds(), id => Assert.Equal("ServiceUnavailable", id));
        Assert.Equal(30, failed.Errors.Count);

        // The request that was lost may have been carried out, so its contacts are removed when they are not in the input.
        ShellResult next = shell.Run($"{command} -Force", [.. rows[..20], .. rows[30..]]);
        Assert.Equal(new SyncCounts(40, 20, 0, 20, 10), SyncCounts.Of(next));
        ScriptedRequest removal = Assert.Single(server.Requests, request => request.Method == "DELETE");
        Assert.Equal(rows[20..30].Select(row => row.Value<string>("phone_number")).Order(), removal.PhoneNumbers.Order());
        Assert.Equal(40, SyncCounts.Of(shell.Run(command, [.. rows[..20], .. rows[30..]])).Unchanged);
    }

    [Fact]
    public void Contacts_that_could_not_be_removed_are_counted_and_removed_by_the_next_run()
    {
        bool isDown = true;
        using var server = new ScriptedServer(request =>
            request.Method == "POST" ? ScriptedAnswer.Created : isDown ? ScriptedAnswer.Of(503) : ScriptedAnswer.Of(204));
        using var shell = new ModuleShell();
        shell.Connect(server);
        PSObject[] rows = Rows.Contacts(20);
        string command = $"$rows | Sync-ContactList -Name VIP -StatePath '{State}' {OneAtATime}";
        shell.Run(command, rows);

        ShellResult failed = shell.Run(command, rows[2..]);
        Assert.Equal(new SyncCounts(18, 0, 0, 18, 0, NotRemoved: 2), SyncCounts.Of(failed));
        Assert.Equal(2, failed.Errors.Count);
        Assert.Contains("2 contacts that are not in the input are still on the list VIP", Assert.Single(failed.Warnings), StringComparison.Ordinal);

        isDown = false;
        Assert.Equal(new SyncCounts(18, 0, 0, 18, 2), SyncCounts.Of(shell.Run(command, rows[2..])));
    }

    [Fact]
    public void A_contact_whose_removal_is_uncertain_is_sent_again_when_it_is_back()
    {
        using var server = new ScriptedServer(request => request.Method == "POST" ? ScriptedAnswer.Created : ScriptedAnswer.Drop);
        using var shell = new ModuleShell();
        shell.Connect(server);
        PSObject[] rows = Rows.Contacts(20);
        string command = $"$rows | Sync-ContactList -Name VIP -StatePath '{State}' {OneAtATime} -ErrorAction SilentlyContinue";
        shell.Run(command, rows);
        shell.Run(command, rows[1..]);

        Assert.Equal(new SyncCounts(20, 0, 1, 19, 0), SyncCounts.Of(shell.Run(command, rows)));
        Assert.Equal([Rows.Number(0)], server.Requests[^1].PhoneNumbers);
    }

    [Fact]
    public void A_refused_key_ends_the_run_and_the_message_counts_all_contacts()
    {
        int answered = 0;
        using var server = new ScriptedServer(_ => Interlocked.Increment(ref answered) <= 2 ? ScriptedAnswer.Created : ScriptedAnswer.Error(401, 101, "Wrong credentials."));
        using var shell = new ModuleShell();
        shell.Connect(server);
        string command = $"$rows | Sync-ContactList -Name VIP -StatePath '{State}' {OneAtATime}";

        ErrorRecord error = shell.Run(command, Rows.Contacts(1_000)).ThrewId("AuthenticationFailed");

        Assert.Contains("20 contacts were accepted before. 980 contacts were read and not sent.", error.Exception.Message, StringComparison.Ordinal);
        answered = -1_000;
        Assert.Equal(new SyncCounts(1_000, 980, 0, 20, 0), SyncCounts.Of(shell.Run(command, Rows.Contacts(1_000))));
    }

    [Fact]
    public async Task A_stopped_run_keeps_what_was_acknowledged()
    {
        int answered = 0;
        using var server = new ScriptedServer(_ => Interlocked.Increment(ref answered) <= 3 ? ScriptedAnswer.Created : ScriptedAnswer.Never);
        using var shell = new ModuleShell();
        shell.Connect(server);
        string command = $"$rows | Sync-ContactList -Name VIP -StatePath '{State}' {OneAtATime}";
        shell.Set("rows", Rows.Contacts(100));
        using PowerShell running = shell.Create(command);
        Task<PSDataCollection<PSObject>> run = running.InvokeAsync();
        await Eventually.HoldsAsync(() => server.Requests.Count == 4, "the fourth request arrives");

        await running.StopAsync(callback: null, state: null);
        await Assert.ThrowsAnyAsync<RuntimeException>(() => run);

        answered = -1_000;
        Assert.Equal(new SyncCounts(100, 70, 0, 30, 0), SyncCounts.Of(shell.Run(command, Rows.Contacts(100))));
    }

    [Fact]
    public async Task A_run_that_was_killed_is_mended_by_the_next_one()
    {
        string[] numbers = Unique.Numbers(1_200);
        string first = Folder.Write("first.csv", Text(numbers[..1_000], "Zoé"));
        string second = Folder.Write("second.csv", Text(numbers[100..200], "Léa") + Text(numbers[200..], "Zoé")["phone_number,first_name\n".Length..]);
        string third = Folder.Write("third.csv", Text(numbers[150..], "Zoé"));
        string options = $"-Name '{List}' -StatePath '{State}' -BatchSize 10 -ThrottleLimit 2";

        await KillAsync($"Sync-ContactList '{first}' {options}", requests: 20);
        Assert.InRange(Sandbox.Count(List), 1, 999);
        Assert.False(File.Exists(State));
        Assert.True(File.Exists(Pending));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Pending));
        }

        // The second run is killed too. It has the contacts of the first one that are not in its input to remove.
        await KillAsync($"Sync-ContactList '{second}' {options}", requests: 20);

        ShellResult result = Shell.Run($"Sync-ContactList '{third}' {options} -Force");
        Assert.Equal((1_050, 0), (SyncCounts.Of(result).Read, SyncCounts.Of(result).Unchanged));
        Assert.Equal(150, SyncCounts.Of(result).Removed);
        Assert.Equal(numbers[150..], Sandbox.Numbers(List).Order(StringComparer.Ordinal));
        Assert.All(Sandbox.FirstNames(List), name => Assert.Equal("Zoé", name));
        Assert.Contains("did not end", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.False(File.Exists(Pending));

        Sandbox.ForgetRequests();
        Assert.Equal(1_050, SyncCounts.Of(Shell.Run($"Sync-ContactList '{third}' {options}")).Unchanged);
        Assert.Empty(Requests());
    }

    private static string Text(IEnumerable<string> numbers, string name) =>
        $"phone_number,first_name\n{string.Concat(numbers.Select(number => $"{number},{name}\n"))}";

    /// <summary>Runs a command in a process, and kills it after some requests.</summary>
    private async Task KillAsync(string command, int requests)
    {
        Sandbox.ForgetRequests();
        Sandbox.Change("""{"latency_milliseconds": 50}""");
        using (var running = Importing.ImportProcess.Start(Sandbox, command))
        {
            await Eventually.HoldsAsync(() => Sandbox.CountRequests() >= requests || running.HasExited, "requests arrive");
            Assert.False(running.HasExited);
            await running.KillAsync();
        }

        Sandbox.Change("""{"latency_milliseconds": 0}""");
    }
}
