using System.Text;

namespace ContactsPS.Tests;

/// <summary>The verbose messages and the progress of a run.</summary>
public sealed class ReportingTests
{
    private const int ProgressRecordsPerSecond = 5;

    [Fact]
    public void Each_request_has_a_verbose_message_without_its_content()
    {
        using var shell = new ModuleShell();
        Sandbox sandbox = shell.StartSandbox();

        ShellResult result = shell.Run("$rows | Add-Contact -ListName VIP -BatchSize 10 -Verbose", Rows.Contacts(25));

        // The other verbose messages are those of ShouldProcess.
        string[] sent = [.. result.Verbose.Where(line => line.StartsWith("POST ", StringComparison.Ordinal))];
        Assert.Equal(3, sent.Length);
        Assert.All(sent, line => Assert.Matches(@"^POST contact/create: (10|5) contacts, \d+ bytes, 201, \d+ ms$", line));
        Assert.StartsWith("PhoneNumber from 'phone_number'", result.Verbose[0], StringComparison.Ordinal);
        Assert.All(result.Verbose.Skip(1).Except(sent), line => Assert.StartsWith("Performing the operation", line, StringComparison.Ordinal));
        Assert.All(result.Verbose.Skip(1), line => Assert.DoesNotContain("phone_number", line, StringComparison.Ordinal));
        Assert.Equal(
            sandbox.Requests().Select(request => (long)request["bytes"]!).Order(),
            sent.Select(line => long.Parse(line.Split(", ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)).Order());
    }

    [Fact]
    public void Connect_and_Test_write_a_verbose_message_for_their_request()
    {
        using var shell = new ModuleShell();
        shell.StartSandbox();

        ShellResult result = shell.Run("$sandbox | Connect-ContactsAccount -Verbose; $null = Test-ContactsAccount -Verbose");

        Assert.Equal(2, result.Verbose.Count(line => line.StartsWith("GET wallet/check-balance: 200, ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Progress_of_a_file_rises_with_at_most_five_records_per_second()
    {
        using var folder = new TemporaryFolder();
        using var shell = new ModuleShell();
        shell.StartSandbox("-LatencyMilliseconds 40");
        string file = Write(folder, 20_000);

        ShellResult result = shell.Run($"Import-Contact '{file}' -ThrottleLimit 2");

        double seconds = result.Output[0].Value<TimeSpan>("Elapsed").TotalSeconds;
        ProgressRecord[] shown = [.. result.Progress.Where(record => record.RecordType == ProgressRecordType.Processing)];
        int[] shares = [.. shown.Select(record => record.PercentComplete).Where(share => share >= 0)];
        Assert.True(seconds > 1, "The run was too short to show progress.");
        Assert.InRange(shown.Length, 2, (seconds * ProgressRecordsPerSecond) + 1);
        Assert.Equal(shares.Order(), shares);
        Assert.True(shares[0] > 0 && shares[0] < shares[^1] && shares[^1] <= 100);
        Assert.All(shown, record => Assert.Matches("read, .* accepted, .* rejected", record.StatusDescription));
        Assert.All(shown, record => Assert.Equal(record.PercentComplete is >= 0 and < 100, record.SecondsRemaining >= 0));
        Assert.InRange(shown[0].SecondsRemaining, 1, 1000);
        Assert.Equal(ProgressRecordType.Completed, result.Progress[^1].RecordType);
    }

    [Fact]
    public void Progress_of_a_file_is_100_percent_while_the_last_contacts_are_sent()
    {
        using var folder = new TemporaryFolder();
        using var shell = new ModuleShell();
        shell.StartSandbox("-LatencyMilliseconds 500");

        ShellResult result = shell.Run($"Import-Contact '{Write(folder, 500)}'");

        ProgressRecord[] shown = [.. result.Progress.Where(record => record.RecordType == ProgressRecordType.Processing)];
        Assert.NotEmpty(shown);
        Assert.All(shown, record => Assert.Equal(100, record.PercentComplete));
    }

    [Fact]
    public void Progress_of_several_files_rises_over_all_of_them()
    {
        using var folder = new TemporaryFolder();
        using var shell = new ModuleShell();
        shell.StartSandbox("-LatencyMilliseconds 100");
        string file = Write(folder, 20_000);
        File.Copy(file, folder.Find("second.csv"));

        ShellResult result = shell.Run($"Import-Contact '{file}', '{folder.Find("second.csv")}' -ThrottleLimit 1 -BatchSize 1000");

        int[] shares = [.. result.Progress.Select(record => record.PercentComplete).Where(share => share >= 0)];
        Assert.Equal(shares.Order(), shares);
        Assert.Contains(shares, share => share is > 5 and < 50);
        Assert.Contains(shares, share => share is > 50 and < 95);
    }

    [Fact]
    public void Progress_of_a_run_with_many_retries_has_at_most_five_records_per_second()
    {
        using var shell = new ModuleShell();
        Sandbox sandbox = shell.StartSandbox("-FailureRate 0.5");
        sandbox.Change("""{"retry_after_seconds": 0}""");

        ShellResult result = shell.Run("$rows | Add-Contact -BatchSize 10 -RetryIntervalSec 0 -MaximumRetryCount 50", Rows.Contacts(2_000));

        double seconds = result.Output[0].Value<TimeSpan>("Elapsed").TotalSeconds;
        Assert.True(result.Summary().Retries > 100);
        Assert.InRange(result.Progress.Count, 0, (seconds * ProgressRecordsPerSecond) + 2);
    }

    [Fact]
    public void Progress_of_a_pipeline_has_no_percentage()
    {
        using var shell = new ModuleShell();
        shell.StartSandbox("-LatencyMilliseconds 300");

        ShellResult result = shell.Run("$rows | Add-Contact -BatchSize 10", Rows.Contacts(50));

        Assert.NotEmpty(result.Progress);
        Assert.All(result.Progress, record => Assert.Equal((-1, -1), (record.PercentComplete, record.SecondsRemaining)));
    }

    [Fact]
    public void A_retry_has_a_verbose_message_with_its_reason()
    {
        using var server = new ScriptedServer(request => request.Number == 1
            ? ScriptedAnswer.Error(503, 7, "Come back later.") : ScriptedAnswer.Created);
        using var shell = new ModuleShell();
        shell.Connect(server);

        ShellResult result = shell.Run("'+33612345678' | Add-Contact -RetryIntervalSec 0 -Verbose");

        Assert.Contains(result.Verbose, line => line.StartsWith("retry 1 in 0", StringComparison.Ordinal) && line.Contains("HTTP 503, code 7: Come back later.", StringComparison.Ordinal));
        Assert.Equal(2, result.Verbose.Count(line => line.StartsWith("POST contact/create: 1 contact,", StringComparison.Ordinal)));
    }

    private static string Write(TemporaryFolder folder, int rows)
    {
        var text = new StringBuilder("phone_number,first_name\n");
        for (int i = 0; i < rows; i++)
        {
            text.Append(Rows.Number(i)).Append(",First\n");
        }

        return folder.Write("many.csv", text.ToString());
    }
}
