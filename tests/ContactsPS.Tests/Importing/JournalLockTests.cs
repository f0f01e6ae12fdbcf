using System.Diagnostics;

namespace ContactsPS.Tests.Importing;

/// <summary>A journal is used by one run at a time.</summary>
public sealed class JournalLockTests : JournaledImport
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

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
}
