using System.Collections.Concurrent;
using System.Globalization;

namespace ContactsPS.Tests.Importing;

/// <summary>
/// An import of a file with invalid and refused rows, with a journal and a rejects file, that can be ended in any way. It
/// checks what the files say against what the service acknowledged.
/// </summary>
public sealed class EndingImport : IDisposable
{
    /// <summary>The number of contacts of a request.</summary>
    public const int BatchSize = 10;

    /// <summary>The number of requests at a time.</summary>
    public const int ThrottleLimit = 4;

    /// <summary>The header is line 1.</summary>
    private const int FirstLine = 2;

    private readonly TemporaryFolder _folder = new();
    private readonly ScriptedServer _server;
    private readonly string[] _numbers;
    private readonly ConcurrentDictionary<string, int> _acknowledged = [];
    private readonly ConcurrentQueue<string> _repeated = [];
    private volatile HashSet<string> _settled = [];
    private int _requests;
    private int _endings;

    /// <summary>Makes a file with a number of rows.</summary>
    public EndingImport(int rows)
    {
        _numbers = [.. Enumerable.Range(0, rows).Select(index => index % 80 == 40 ? "none" : Rows.Number(index))];
        Path = _folder.Write("contacts.csv", $"phone_number,first_name\n{string.Concat(_numbers.Select((number, index) => string.Create(CultureInfo.InvariantCulture, $"{number},First {index}\n")))}");
        Journal = _folder.Find("journal");
        Rejects = _folder.Find("rejects.csv");
        _server = new ScriptedServer(Answer);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    public string Journal { get; }

    public string Rejects { get; }

    /// <summary>The command that imports the file.</summary>
    public string Command => $"{CommandWithoutRejects} -RejectedPath '{Rejects}'";

    /// <summary>The same command without a rejects file, so that each rejected row is an error record.</summary>
    public string CommandWithoutRejects => string.Create(
        CultureInfo.InvariantCulture,
        $"Import-Contact '{Path}' -ListName VIP -BatchSize {BatchSize} -ThrottleLimit {ThrottleLimit} -JournalPath '{Journal}'");

    public Uri Endpoint => _server.Endpoint;

    public PSCredential Credential => Credentials.Of("someone@example.com", ModuleShellExtensions.ScriptedKey);

    /// <summary>What happens when a request arrives, with its number. Default: nothing.</summary>
    public Action<int> Arrived { get; set; } = _ => { };

    /// <summary>The number of the first request that is not answered. Default: none.</summary>
    public int HangsFrom { get; set; } = int.MaxValue;

    /// <summary>The indexes of rows that end as rejected.</summary>
    private IEnumerable<int> BadIndexes => Enumerable.Range(0, _numbers.Length).Where(index => _numbers[index] == "none" || IsRefused(_numbers[index]));

    /// <summary>Checks the files after a run that didn't reach the end.</summary>
    public void AssertTrueAfterAnEnding()
    {
        _endings++;
        JournalText journal = JournalText.Read(Journal);
        Assert.Null(journal.Totals);
        string[] claimed = [.. Claimed(journal)];

        // Keys copies all numbers each time, and this runs after each of many endings.
        Assert.DoesNotContain(claimed, number => !_acknowledged.ContainsKey(number));
        Assert.Empty(_repeated);

        // The next run of the command must not send these again.
        _settled = [.. claimed, .. _numbers.Where((number, index) => number != "none" && journal.Settles(index + FirstLine))];
    }

    /// <summary>Forgets the run, after one that reached the end: the next one is the first.</summary>
    public void StartOver()
    {
        File.Delete(Journal);
        File.Delete(Rejects);
        _acknowledged.Clear();
        _settled = [];
        _endings = 0;
    }

    /// <summary>Runs the command again until it is complete. Checks that no contact is lost, and that only contacts of cancelled requests are sent twice.</summary>
    public void AssertContinues(ModuleShell shell, bool isComplete = false)
    {
        Arrived = _ => { };
        HangsFrom = int.MaxValue;
        Summary summary = shell.Run($"{Command} -WarningAction Ignore -ErrorAction SilentlyContinue").Summary();

        int bad = BadIndexes.Count();
        Assert.Equal((_numbers.Length, _numbers.Length - bad, bad, 0), (summary.Read, summary.Accepted, summary.Rejected, summary.NotSent));
        if (isComplete)
        {
            Assert.Equal(0, summary.Requests);
        }

        AssertComplete();
        Assert.Empty(_repeated);
        int again = _acknowledged.Values.Sum(times => times - 1);
        Assert.InRange(again, 0, _endings * BatchSize * ThrottleLimit);
    }

    /// <summary>Checks the files after a run that reached the end.</summary>
    public void AssertComplete()
    {
        int bad = BadIndexes.Count();
        JournalText journal = JournalText.Read(Journal);
        Assert.Equal([_numbers.Length, _numbers.Length - bad, bad, 0, 0], journal.Totals);
        Assert.Equal(Sendable().Order(StringComparer.Ordinal), _acknowledged.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Sendable(), Claimed(journal));
        var rejects = DelimitedText.Read(Rejects);
        Assert.Equal(
            BadIndexes.Select(index => (index + FirstLine).ToString(CultureInfo.InvariantCulture)),
            rejects["LineNumber"].OrderBy(line => int.Parse(line, CultureInfo.InvariantCulture)));
        Assert.False(File.Exists($"{Rejects}.partial"));
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private static bool IsRefused(string number) => number.EndsWith("13", StringComparison.Ordinal);

    private IEnumerable<string> Sendable() => _numbers.Where(number => number != "none" && !IsRefused(number));

    /// <summary>The numbers that a journal has as accepted.</summary>
    private IEnumerable<string> Claimed(JournalText journal) =>
        _numbers.Where((number, index) => number != "none" && journal.Acknowledges(index + FirstLine));

    private ScriptedAnswer Answer(ScriptedRequest request)
    {
        int arrived = Interlocked.Increment(ref _requests);
        if (arrived >= HangsFrom)
        {
            return ScriptedAnswer.Never;
        }

        HashSet<string> settled = _settled;
        foreach (string number in request.PhoneNumbers.Where(settled.Contains))
        {
            _repeated.Enqueue(number);
        }

        bool isRefused = request.PhoneNumbers.Any(IsRefused);
        if (!isRefused)
        {
            foreach (string number in request.PhoneNumbers)
            {
                _acknowledged.AddOrUpdate(number, 1, (_, times) => times + 1);
            }
        }

        Arrived(arrived);
        return isRefused ? ScriptedAnswer.Refused : ScriptedAnswer.Created;
    }
}
