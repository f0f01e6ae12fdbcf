using System.IO.Compression;
using System.Text;

namespace ContactsPS.Tests.Faults;

/// <summary>The faults of the matrix.</summary>
public static class FaultList
{
    private const string Page = "<!DOCTYPE html><html><body>Sign in</body></html>";
    private const string Created = "HTTP/1.1 201 Created\r\n";
    private const int Most = 3;

    private static readonly byte[] s_block = [.. Enumerable.Repeat((byte)' ', 64 * 1024)];

    /// <summary>All faults. The order is a part of what a seed means, so new ones are added at the end.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        .. Successes(),
        .. Connections(),
        .. Framing(),
        .. Bodies(),
        .. Statuses(),
        .. Refusals(),
        .. ClosedPorts(),
    ];

    private static IEnumerable<Fault> Successes() =>
    [
        new("201 with nothing", _ => ScriptedAnswer.Created, Acknowledges: true),
        new("200 with JSON", _ => ScriptedAnswer.Of(200, "{\"message\":\"Created.\"}"), Acknowledges: true),
        new("202 with nothing", _ => ScriptedAnswer.Of(202), Acknowledges: true),
        new("204", _ => Raw("HTTP/1.1 204 No Content\r\n\r\n"), Acknowledges: true),
        new("201 and the connection closed", _ => ScriptedAnswer.Created with { Drops = true }, Acknowledges: true),
        new("201 and Connection: close", _ => ScriptedAnswer.Of(201, headers: "Connection: close") with { Drops = true }, Acknowledges: true),
        new("201 after 1xx", _ => Raw($"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n{Created}Content-Length: 0\r\n\r\n"), Acknowledges: true),
    ];

    private static IEnumerable<Fault> Connections() =>
    [
        new("closed before the request is read", Answer: null),
        new("closed before the answer", _ => ScriptedAnswer.Drop),
        new("reset before the answer", _ => new ScriptedAnswer([], Resets: true)),
        new("silent", _ => ScriptedAnswer.Never, IsSlow: true),
        new("a byte at a time", _ => Slowly($"{Created}Content-Length: 0\r\n\r\n"), IsSlow: true),
        new("closed in the status line", _ => ScriptedAnswer.Raw("HTTP/1.1 20")),
        new("closed in the headers", _ => ScriptedAnswer.Raw($"{Created}Content-Le")),
        new("reset in the headers", _ => ScriptedAnswer.Raw($"{Created}Content-Le") with { Drops = false, Resets = true }),
        new("silent in the headers", _ => Raw($"{Created}Content-Le") with { HangsAfter = true }, IsSlow: true),
    ];

    private static IEnumerable<Fault> Framing() =>
    [
        new("closed in the body", _ => ScriptedAnswer.Raw($"{Created}Content-Length: 100\r\n\r\n{{")),
        new("Content-Length too long", _ => Raw($"{Created}Content-Length: 100\r\n\r\n{{") with { HangsAfter = true }, IsSlow: true),
        new("Content-Length too short", _ => Raw($"{Created}Content-Length: 2\r\n\r\n{{}}HTTP/1.1 500 \r\n\r\n"), Acknowledges: true),
        new("a second Content-Length that is no number", _ => ScriptedAnswer.Raw($"{Created}Content-Length: 0\r\nContent-Length: abc\r\n\r\n"), Acknowledges: true),
        new("not HTTP", _ => ScriptedAnswer.Raw("SSH-2.0-OpenSSH_9.6\r\n\r\n")),
        new("control characters in a header", _ => ScriptedAnswer.Raw($"{Created}bad\u001B[31m\u0007 header\r\n\r\n")),
        new("endless headers", _ => Endless(Created, $"X-A: {new string('a', 1000)}\r\n", 2_000)),
        new("endless 1xx", _ => Endless(string.Empty, "HTTP/1.1 102 Processing\r\n\r\n", 500) with { HangsAfter = true }, IsSlow: true),
        new("broken chunks", _ => ScriptedAnswer.Raw($"{Created}Transfer-Encoding: chunked\r\n\r\nzz\r\n")),
        new("closed in a chunk", _ => ScriptedAnswer.Raw($"{Created}Transfer-Encoding: chunked\r\n\r\n5\r\n{{")),
        new("endless chunks", _ => Endless("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "400\r\n" + new string('x', 1024) + "\r\n", 20_000)),
        new("a body of 200 MB", _ => new ScriptedAnswer([Bytes("HTTP/1.1 200 OK\r\nContent-Length: 209715200\r\n\r\n"), .. Enumerable.Repeat(s_block, 3_200)])),
    ];

    private static IEnumerable<Fault> Bodies() =>
    [
        .. new[] { "text/html", "application/xhtml+xml", "text/plain", "application/json", "" }
            .Select(type => new Fault($"a page as '{type}'", _ => ScriptedAnswer.Of(200, Page, type.Length == 0 ? "x" : type))),
        new("a page with 201", _ => ScriptedAnswer.Of(201, Page, "application/json")),
        new("a text", _ => ScriptedAnswer.Of(200, "Welcome to the network.")),
        new("invalid JSON", _ => ScriptedAnswer.Of(200, "{\"message\": ")),
        new("JSON in UTF-16", _ => ScriptedAnswer.Of(200, Encoding.Unicode.GetBytes("{\"message\": \"Created.\"}"), "application/json; charset=utf-8")),
        new("a gzip bomb", _ => ScriptedAnswer.Of(200, Bomb(), "application/json", "Content-Encoding: gzip")),
        new("206", _ => ScriptedAnswer.Of(206, "{}")),
    ];

    private static IEnumerable<Fault> Statuses() =>
    [
        .. new[] { 301, 302, 307, 308 }.Select(status => new Fault(
            $"{status} to another port", request => ScriptedAnswer.Of(status, headers: $"Location: http://127.0.0.1:1{request.Path}"))),
        .. new[] { 401, 403, 404 }.Select(status => new Fault($"{status}", _ => ScriptedAnswer.Error(status, 101, "No."))),
        .. new[] { 408, 425, 429, 500, 502, 503, 504 }.Select(status => new Fault($"{status}", _ => ScriptedAnswer.Error(status, 125, "Later."))),
        .. new[] { "0", "-1", "soon", "Mon, 01 Jan 2001 00:00:00 GMT", "86400", "99999999999999999999", "Sat, 01 Jan 2101 00:00:00 GMT" }.Select(
            value => new Fault($"429 with Retry-After: {value}", _ => ScriptedAnswer.Error(429, 128, "Later.", $"Retry-After: {value}"))),
        new("503 with a page", _ => ScriptedAnswer.Of(503, Page, "text/html")),
    ];

    private static IEnumerable<Fault> Refusals() =>
    [
        new("413 above three contacts", Refuse(request => request.PhoneNumbers.Count > Most, 413, 0), IsConstant: true),
        new("305 above three contacts", Refuse(request => request.PhoneNumbers.Count > Most, 400, 305), IsConstant: true),
        new("some contacts refused", Refuse(HasRefused, 400, 150), IsConstant: true),
        new("some contacts refused without a reason", Refuse(HasRefused, 400, 125), IsConstant: true),
        new("a list that is full", _ => ScriptedAnswer.Error(400, 304, "Full.")),
        new("everything refused without a reason", _ => ScriptedAnswer.RefusedUnexplained, IsConstant: true),
    ];

    private static IEnumerable<Fault> ClosedPorts() =>
    [
        new("connections refused", Answer: null, Refuses: true),
        new("connections refused from the start", Answer: null, IsConstant: true, Refuses: true),
    ];

    private static Func<ScriptedRequest, ScriptedAnswer> Refuse(Func<ScriptedRequest, bool> isRefused, int status, int code) =>
        request => isRefused(request) ? ScriptedAnswer.Error(status, code, "No.") : ScriptedAnswer.Created;

    /// <summary>Two contacts of a hundred. Each one costs as many requests as its batch can be halved.</summary>
    private static bool HasRefused(ScriptedRequest request) => request.PhoneNumbers.Any(number => number is [.., '1' or '6', '7']);

    private static byte[] Bytes(string text) => Encoding.Latin1.GetBytes(text);

    /// <summary>These bytes; the connection stays open.</summary>
    private static ScriptedAnswer Raw(string text) => new([Bytes(text)]);

    private static ScriptedAnswer Slowly(string text) =>
        new([.. Bytes(text).Select(b => new[] { b })], Drops: true, Pause: TimeSpan.FromMilliseconds(100));

    private static ScriptedAnswer Endless(string head, string part, int count) =>
        new([Bytes(head), .. Enumerable.Repeat(Bytes(part), count)], Drops: true);

    private static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            for (int i = 0; i < 200; i++)
            {
                zip.Write(s_block);
            }
        }

        return packed.ToArray();
    }
}
