using System.Diagnostics;

namespace ContactsPS.Tests;

/// <summary>Stopping a pipeline, as Ctrl+C does. The tests run alone, because they measure time.</summary>
[CollectionDefinition(nameof(StopTests), DisableParallelization = true)]
[Collection(nameof(StopTests))]
public sealed class StopTests
{
    public static bool HasPipes => !OperatingSystem.IsWindows();

    public static bool HasProc => OperatingSystem.IsLinux();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("$rows | Add-Contact")]
    [InlineData("Connect-ContactsAccount -Credential $credential -Endpoint $endpoint")]
    [InlineData("Test-ContactsAccount")]
    public async Task A_stop_while_the_service_hangs_returns_at_once_and_closes_the_connection(string script)
    {
        using var server = ScriptedServer.Hanging();
        using var shell = new ModuleShell();
        shell.Connect(server);
        shell.Set("rows", Rows.Contacts(5_000));
        using PowerShell running = shell.Create(script);
        _ = running.BeginInvoke();
        await Eventually.HoldsAsync(() => server.Requests.Count == 1, "the request arrives");

        Stop(running);

        await Eventually.HoldsAsync(() => server.OpenConnections == 0, "the connection is closed");
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_stop_while_all_senders_wait_closes_every_connection_and_releases_the_input()
    {
        // The first batch is sent alone, so it has to be accepted before the others are sent.
        using var server = new ScriptedServer(request => request.Number == 1 ? ScriptedAnswer.Created : ScriptedAnswer.Never);
        using var shell = new ModuleShell();
        shell.Connect(server);
        WeakReference[] inputs = await HangAndStopAsync();

        await Eventually.HoldsAsync(() => server.OpenConnections == 0, "the connections are closed");
        Assert.Equal(1 + 4, server.Requests.Count);
        await Eventually.HoldsAsync(AreGone, "no sender holds a batch any more");

        bool AreGone()
        {
            GC.Collect();
            return inputs.Count(input => input.IsAlive) <= 1;
        }

        async Task<WeakReference[]> HangAndStopAsync()
        {
            using var input = new PSDataCollection<PSObject>(Rows.Contacts(1_000));
            WeakReference[] weak = [.. input.Select(row => new WeakReference(row))];
            input.Complete();
            using PowerShell running = shell.Create("$input | Add-Contact -BatchSize 100 -ThrottleLimit 4");
            _ = running.BeginInvoke(input);
            await Eventually.HoldsAsync(() => server.Requests.Count == 5, "all senders wait for an answer");
            Stop(running);
            return weak;
        }
    }

    [Fact]
    public async Task A_stop_during_endless_input_returns_at_once()
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        using var shell = new ModuleShell();
        shell.Connect(server);
        shell.Set("rows", Enumerable.Range(0, int.MaxValue).Select(_ => "+33612345678"));
        using PowerShell running = shell.Create("$rows | Add-Contact");
        _ = running.BeginInvoke();
        await Eventually.HoldsAsync(() => server.Requests.Count > 0, "the first contacts arrive");

        Stop(running);

        Assert.Equal(PSInvocationState.Stopped, running.InvocationStateInfo.State);
    }

    [Fact]
    public async Task A_stop_during_a_retry_delay_returns_at_once()
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Of(503, headers: "Retry-After: 60"));
        using var shell = new ModuleShell();
        shell.Connect(server);
        using PowerShell running = shell.Create("'+33612345678' | Add-Contact -Verbose");
        _ = running.BeginInvoke();
        await Eventually.HoldsAsync(
            () => running.Streams.Verbose.Any(record => record.Message.StartsWith("retry 1 in 60 s", StringComparison.Ordinal)), "the retry is announced");

        Stop(running);

        Assert.Equal(PSInvocationState.Stopped, running.InvocationStateInfo.State);
        Assert.Single(server.Requests);
    }

    [Fact(SkipUnless = nameof(HasPipes), Skip = "Named pipes in the file system are made with mkfifo.")]
    public async Task A_stop_while_reading_a_pipe_without_data_returns_at_once()
    {
        using var folder = new TemporaryFolder();
        using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        using var shell = new ModuleShell();
        shell.Connect(server);
        string pipe = folder.MakePipe("contacts.pipe");
        using PowerShell running = shell.Create($"Import-Contact '{pipe}' -BatchSize 100");
        _ = running.BeginInvoke();
        await using var writer = new StreamWriter(pipe);
        await writer.WriteAsync($"phone_number,first_name\n{string.Concat(Enumerable.Repeat("+33612345678,Ann\n", 20_000))}");
        await writer.FlushAsync(Cancellation);
        await Eventually.HoldsAsync(() => server.Requests.Count >= 199, "the rows arrive");

        Stop(running);

        Assert.Equal(PSInvocationState.Stopped, running.InvocationStateInfo.State);
    }

    [Theory(SkipUnless = nameof(HasPipes), Skip = "Named pipes in the file system are made with mkfifo.")]
    [InlineData("")]
    [InlineData("journal")]
    public async Task A_stop_while_opening_a_pipe_without_a_writer_returns_at_once(string journal)
    {
        using var folder = new TemporaryFolder();
        using var server = ScriptedServer.Hanging();
        using var shell = new ModuleShell();
        shell.Connect(server);
        string pipe = folder.MakePipe("contacts.pipe");
        using PowerShell running = shell.Create(
            $"'begun'; Import-Contact '{pipe}' {(journal.Length > 0 ? $"-JournalPath '{folder.Find(journal)}'" : string.Empty)}");
        using var output = new PSDataCollection<PSObject>();
        _ = running.BeginInvoke<PSObject, PSObject>(input: null, output);
        await Eventually.HoldsAsync(() => output.Count == 1, "the script runs");

        Stop(running);

        Assert.Equal(PSInvocationState.Stopped, running.InvocationStateInfo.State);
        Assert.Empty(server.Requests);

        // Releases the thread that still waits for the pipe to open.
        await using var writer = new FileStream(pipe, FileMode.Open, FileAccess.ReadWrite);
    }

    [Fact(SkipUnless = nameof(HasProc), Skip = "Command lines are read from /proc.")]
    public async Task A_stop_while_a_sandbox_starts_leaves_no_process()
    {
        using var folder = new TemporaryFolder();
        string data = folder.Find("data.sqlite");
        using var shell = new ModuleShell();
        using PowerShell running = shell.Create($"Start-ContactsSandbox -DataPath '{data}'");
        _ = running.BeginInvoke();
        await Eventually.HoldsAsync(() => Processes.HasCommandLine(data), "the process is there");

        Stop(running);

        await Eventually.HoldsAsync(() => !Processes.HasCommandLine(data), "the process is gone");
    }

    [Fact]
    public async Task The_next_run_in_the_same_runspace_works_after_a_stop()
    {
        using var server = new ScriptedServer(request => request.Number == 1 ? ScriptedAnswer.Never : ScriptedAnswer.Created);
        using var shell = new ModuleShell();
        shell.Connect(server);
        using PowerShell running = shell.Create("'+33612345678' | Add-Contact");
        _ = running.BeginInvoke();
        await Eventually.HoldsAsync(() => server.Requests.Count == 1, "the request arrives");
        Stop(running);

        Assert.Equal(1, shell.Run("'+33612345678' | Add-Contact").Summary().Accepted);
    }

    [Theory]
    [InlineData("$rows | Add-Contact -BatchSize 10 -ThrottleLimit 2")]
    [InlineData("Import-Contact $file -BatchSize 10 -ThrottleLimit 2")]
    public async Task A_stop_shows_what_was_read_accepted_and_in_flight(string command)
    {
        using var folder = new TemporaryFolder();
        using var server = new ScriptedServer(request => request.Number <= 3 ? ScriptedAnswer.Created : ScriptedAnswer.Never);
        using var shell = new ModuleShell();
        shell.Connect(server);
        object?[] rows = [.. Enumerable.Range(0, 500).Select(Rows.Number), "nonsense", .. Enumerable.Range(500, 500).Select(Rows.Number)];
        shell.Set("rows", rows);
        shell.Set("file", folder.Write("rows.csv", "phone_number\n" + string.Join('\n', rows)));
        using PowerShell running = shell.Create($"$ErrorActionPreference = 'SilentlyContinue'; {command}");
        _ = running.BeginInvoke();
        await Eventually.HoldsAsync(() => server.Requests.Count == 5, "both senders wait");

        Stop(running);

        Assert.Matches(
            @"^The run was stopped: \d+ contacts read, 30 accepted, 0 rejected, 0 duplicate\. 20 contacts were in requests without an answer, and \d+ were not sent\.",
            Assert.Single(shell.Host.Warned));
    }

    [Fact]
    public void A_run_that_is_not_stopped_shows_no_such_counts()
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        using var shell = new ModuleShell();
        shell.Connect(server);

        shell.Run("$rows | Add-Contact", Rows.Contacts(3));
        Assert.NotNull(shell.Run("& { $rows; throw 'enough' } | Add-Contact", Rows.Contacts(3)).Thrown);

        Assert.Empty(shell.Host.Warned);
    }

    [Fact]
    public void The_open_batch_is_not_sent_after_a_terminating_error_upstream()
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        using var shell = new ModuleShell();
        shell.Connect(server);

        ShellResult result = shell.Run("$rows | ForEach-Object { if ($_.first_name -eq 'First 15') { throw 'enough' }; $_ } | Add-Contact -BatchSize 10", Rows.Contacts(100));

        Assert.Equal("enough", result.Thrown!.Exception.Message);
        Assert.DoesNotContain(server.Requests, request => request.Text.Contains("First 14", StringComparison.Ordinal));
    }

    private static void Stop(PowerShell running)
    {
        long start = Stopwatch.GetTimestamp();
        running.Stop();
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 1);
    }
}
