using System.Globalization;
using System.Text.RegularExpressions;
using ContactsPS.Tests.Importing;

namespace ContactsPS.Tests.Faults;

/// <summary>Runs a plan, and compares what the module says with what the service acknowledged.</summary>
/// <param name="shell">The shell that runs the cmdlets.</param>
/// <param name="plan">The plan.</param>
public sealed partial class FaultRun(ModuleShell shell, FaultPlan plan)
{
    private const string Invalid = "none";

    private readonly string[] _numbers = [.. Enumerable.Range(0, plan.Contacts).Select(Rows.Number)];

    /// <summary>Whether the client can't have missed an acknowledgement.</summary>
    private bool IsExact => !plan.Fault.IsSlow;

    /// <summary>Runs the plan.</summary>
    /// <returns>The number of contacts.</returns>
    public int Run()
    {
        using var service = new FaultyService(plan);
        shell.Set("endpoint", service.Endpoint);
        shell.Set("credential", Credentials.Of("someone@example.com", ModuleShellExtensions.ScriptedKey));
        shell.Run($"Connect-ContactsAccount -Credential $credential -Endpoint $endpoint -NoVerify -TimeoutSec {(plan.Fault.IsSlow ? 1 : 60)} -WarningAction Ignore");
        if (plan.IsFile)
        {
            RunFile(service);
        }
        else
        {
            RunPipeline(service);
        }

        return plan.Contacts;
    }

    [GeneratedRegex(@"(?<accepted>\d+) contacts? (was|were) accepted before\. (?<unsent>\d+) contacts? (was|were) read and not sent\.", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Counts { get; }

    private string Parameters => string.Create(
        CultureInfo.InvariantCulture,
        $"-ListName VIP -BatchSize {plan.BatchSize} -ThrottleLimit {plan.Senders} -MaximumRetryCount 3 -RetryIntervalSec 0.001");

    private void RunPipeline(FaultyService service)
    {
        ShellResult result = shell.Run($"$rows | Add-Contact {Parameters} -PassThru", [.. _numbers[..3], Invalid, .. _numbers[3..]]);

        string[] accepted = [.. result.Output.Select(contact => contact.Value<string>("PhoneNumber"))];
        string[] rejected = [.. Targets(result, "ContactRejected")];
        string[] unsent = [.. Targets(result, "ServiceUnavailable"), .. ((result.Thrown?.TargetObject as object[]) ?? []).Select(item => $"{item}")];
        AssertOnce([.. accepted, .. rejected, .. unsent], mayBeLess: result.Thrown is not null);
        AssertAcknowledged(service, accepted);
        Assert.All(rejected, number => Assert.Contains(number, service.RefusedAlone.Keys));
        Assert.True(result.Thrown is not null || Targets(result, "PhoneNumberInvalid").SequenceEqual([Invalid]));
        AssertCounts(result.Thrown, accepted.Length, unsent.Length);
    }

    private void RunFile(FaultyService service)
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("a.csv", $"phone\n{string.Concat(_numbers.Append(Invalid).Select(number => $"{number}\n"))}");
        string journal = folder.Find("a.journal");
        string rejects = folder.Find("rejects.csv");
        string command = $"Import-Contact '{file}' {Parameters} -JournalPath '{journal}' -RejectedPath '{rejects}'";

        ShellResult result = shell.Run(command);

        string[] accepted = ReadAccepted(journal);
        (string Number, string ErrorId)[] rows = ReadRejects(result.Thrown is null ? rejects : $"{rejects}.partial");
        string[] rejected = [.. rows.Where(row => row.ErrorId == "ContactRejected").Select(row => row.Number)];
        string[] unsent = [.. rows.Where(row => row.ErrorId is not ("ContactRejected" or "PhoneNumberInvalid")).Select(row => row.Number)];
        AssertOnce([.. accepted, .. rejected, .. unsent], mayBeLess: result.Thrown is not null);
        AssertAcknowledged(service, accepted);
        Assert.All(rejected, number => Assert.Contains(number, service.RefusedAlone.Keys));
        AssertCounts(result.Thrown, accepted.Length, unsent.Length);
        bool isEnded = File.ReadAllText(journal).Contains("\nended ", StringComparison.Ordinal);
        Assert.Equal(result.Thrown is null && unsent.Length == 0, isEnded);
        if (result.Thrown is null)
        {
            Summary summary = Summary.Of(Assert.Single(result.Output));
            Assert.Equal(
                (_numbers.Length + 1, accepted.Length, rejected.Length + 1, 0, unsent.Length),
                (summary.Read, summary.Accepted, summary.Rejected, summary.Duplicate, summary.NotSent));
        }

        AssertContinues(service, command, journal);
    }

    /// <summary>The same command, when the fault is over, brings the rest.</summary>
    private void AssertContinues(FaultyService service, string command, string journal)
    {
        service.Heal();
        Summary summary = shell.Run($"{command} -WarningAction Ignore").Summary();

        Assert.Equal((_numbers.Length + 1, 0), (summary.Read, summary.NotSent));
        Assert.Equal(summary.Read, summary.Accepted + summary.Rejected);
        Assert.Contains("\nended ", File.ReadAllText(journal), StringComparison.Ordinal);
        string[] accepted = ReadAccepted(journal);
        Assert.Equal(summary.Accepted, accepted.Length);
        Assert.All(_numbers.Except(accepted, StringComparer.Ordinal), number => Assert.Contains(number, service.RefusedAlone.Keys));
        Assert.Subset(service.Acknowledged.Keys.ToHashSet(), accepted.ToHashSet());
    }

    /// <summary>Each contact has one outcome. A run that ended early may not have read all of them.</summary>
    private void AssertOnce(string[] outcomes, bool mayBeLess)
    {
        string[] valid = [.. outcomes.Where(number => number != Invalid)];
        Assert.Equal(valid.Length, valid.Distinct(StringComparer.Ordinal).Count());
        Assert.Subset(_numbers.ToHashSet(), valid.ToHashSet());
        Assert.True(mayBeLess || valid.Length == _numbers.Length, $"{valid.Length} of {_numbers.Length} contacts have an outcome.");
    }

    private void AssertAcknowledged(FaultyService service, string[] accepted)
    {
        Assert.Subset(service.Acknowledged.Keys.ToHashSet(), accepted.ToHashSet());
        if (IsExact)
        {
            Assert.Equal(service.Acknowledged.Keys.Order(StringComparer.Ordinal), accepted.Order(StringComparer.Ordinal));
        }
    }

    private static void AssertCounts(ErrorRecord? thrown, int accepted, int unsent)
    {
        if (thrown is not null)
        {
            Match counts = Counts.Match(thrown.Exception.Message);
            Assert.True(counts.Success, thrown.Exception.ToString());
            Assert.Equal($"{accepted} {unsent}", $"{counts.Groups["accepted"]} {counts.Groups["unsent"]}");
        }
    }

    private static IEnumerable<string> Targets(ShellResult result, string errorId) =>
        result.Errors.Where(error => error.FullyQualifiedErrorId.StartsWith(errorId, StringComparison.Ordinal)).Select(error => $"{error.TargetObject}");

    private static (string Number, string ErrorId)[] ReadRejects(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        var text = DelimitedText.Read(path);
        return [.. text["phone"].Zip(text["ErrorId"])];
    }

    /// <summary>The numbers of the lines that a journal has as accepted. The first contact is on line 2.</summary>
    private string[] ReadAccepted(string journal) =>
    [
        .. File.ReadLines(journal).Select(line => line.Split(' ')).Where(words => words[0] == "accepted").SelectMany(words =>
        {
            int first = int.Parse(words[1], CultureInfo.InvariantCulture);
            int last = int.Parse(words[2], CultureInfo.InvariantCulture);
            return _numbers[(first - 2)..(last - 1)];
        }),
    ];
}
