using System.Security.Cryptography;
using System.Text;

namespace ContactsPS.Client.Tests;

/// <summary>What the tests record in journals, and the text of journals as docs/journal.md describes it.</summary>
internal static class Journals
{
    /// <summary>The subject of most journals here.</summary>
    public static JournalSubject Subject { get; } = new()
    {
        File = "a.csv",
        Length = 1,
        Sha256 = "0",
        Endpoint = "http://127.0.0.1/",
        Login = "someone@example.com",
        Options = new Dictionary<string, string>(),
    };

    /// <summary>The first two lines of a journal of <see cref="Subject"/>.</summary>
    public static string Start { get; } =
        "ContactsPS journal 1\n{\"file\":\"a.csv\",\"length\":1,\"sha256\":\"0\",\"endpoint\":\"http://127.0.0.1/\",\"login\":\"someone@example.com\",\"options\":{}}\n";

    public static BatchSegment Accepted(int start, int count) => new(start, count, ContactOutcome.Accepted, Answer: null);

    public static BatchSegment Rejected(int index, ServiceAnswer answer) => new(index, 1, ContactOutcome.Rejected, answer);

    public static ServiceAnswer Refusal(long? code, string message = "No.") =>
        new() { Kind = AnswerKind.Refused, StatusCode = 400, Code = code, Message = message };

    /// <summary>A record with its checksum and its line end.</summary>
    public static string Seal(string record) =>
        $"{record} #{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(record)))[..8]}\n";

    /// <summary>A whole journal of <see cref="Subject"/> with these records.</summary>
    public static string With(params string[] records) => Start + string.Concat(records.Select(Seal));
}
