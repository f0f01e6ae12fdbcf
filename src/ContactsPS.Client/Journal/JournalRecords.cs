using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ContactsPS.Client;

/// <summary>
/// The records of a journal, one on each line, and the state that they describe. A line is valid only with its line
/// end. A crash can leave an incomplete last line, which has no line end and is ignored. docs/journal.md describes the
/// format.
/// </summary>
internal sealed class JournalRecords
{
    public const string Signature = "ContactsPS journal 1";

    private readonly LineRanges _accepted = new();
    private readonly Dictionary<long, ServiceAnswer> _rejected = [];

    /// <summary>The counts of a complete run. Null when there are contacts left to send.</summary>
    public JournalTotals? Totals { get; private set; }

    public static string Accepted(long firstLine, long lastLine) =>
        Seal(string.Create(CultureInfo.InvariantCulture, $"accepted {firstLine} {lastLine}"));

    public static string Rejected(long line, ServiceAnswer answer) => Seal(string.Create(
        CultureInfo.InvariantCulture,
        $"rejected {line} {answer.StatusCode} {answer.Code?.ToString(CultureInfo.InvariantCulture) ?? "-"} {JsonSerializer.Serialize(answer.Message)}"));

    public static string Ended(JournalTotals totals) => Seal(string.Create(
        CultureInfo.InvariantCulture, $"ended {totals.Read} {totals.Accepted} {totals.Rejected} {totals.Duplicate} {totals.Excluded}"));

    /// <summary>Adds a line, without its line end. False when the line is not a record, or is damaged.</summary>
    public bool TryAdd(string line)
    {
        int end = line.LastIndexOf(" #", StringComparison.Ordinal);
        if (end < 0 || line[(end + 2)..] != Checksum(line[..end]))
        {
            return false;
        }

        string[] words = line[..end].Split(' ', 5);
        switch (words)
        {
            case ["accepted", string first, string last]
                when TryParse(first, out long from) && TryParse(last, out long to) && from <= to:
                _accepted.Add(from, to);
                return true;
            case ["rejected", string number, string status, string code, string json]
                when TryParse(number, out long rejected) && TryParse(status, out long httpStatus)
                && ParseText(json) is { } message:
                _rejected[rejected] = new ServiceAnswer
                {
                    Kind = AnswerKind.Refused,
                    StatusCode = (int)httpStatus,
                    Code = TryParse(code, out long serviceCode) ? serviceCode : null,
                    Message = message,
                };
                return true;
            case ["ended", string read, string accepted, string rejected, string others]
                when others.Split(' ') is [string duplicate, string excluded]
                && TryParse(read, out long r) && TryParse(accepted, out long a) && TryParse(rejected, out long j)
                && TryParse(duplicate, out long d) && TryParse(excluded, out long e):
                Totals = new JournalTotals(r, a, j, d, e);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Whether the row on this line was acknowledged. Call it with ascending lines.</summary>
    public bool IsAccepted(long line) => _accepted.Contains(line);

    /// <summary>
    /// Finds the answer of the service that refused the row on this line. Null when it was not refused.
    /// </summary>
    public ServiceAnswer? FindRejection(long line) => _rejected.GetValueOrDefault(line);

    /// <summary>Adds a checksum to a record, because a damaged record could lose contacts.</summary>
    private static string Seal(string record) => $"{record} #{Checksum(record)}\n";

    /// <summary>Gets the first eight digits of the SHA-256 of a record.</summary>
    private static string Checksum(string record) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(record)).AsSpan(0, 4));

    private static bool TryParse(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static string? ParseText(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(json);
        }
        catch (JsonException)
        {
            // The caller treats the line as damaged.
            return null;
        }
    }
}
