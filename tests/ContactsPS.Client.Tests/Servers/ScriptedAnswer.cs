using System.Text;
using System.Text.Json;

namespace ContactsPS.Client.Tests;

/// <summary>What a <see cref="ScriptedServer"/> answers, byte for byte.</summary>
/// <param name="Parts">What it sends.</param>
/// <param name="Drops">Whether it closes the connection then.</param>
/// <param name="HangsAfter">Whether it waits, with what it sent, until the client closes the connection.</param>
public sealed record ScriptedAnswer(IReadOnlyList<byte[]> Parts, bool Drops = false, bool HangsAfter = false)
{
    /// <summary>201, as contact/create answers.</summary>
    public static ScriptedAnswer Created { get; } = Of(201);

    /// <summary>The connection is closed without an answer.</summary>
    public static ScriptedAnswer Drop { get; } = new([], Drops: true);

    /// <summary>An answer with a status, a body and headers.</summary>
    public static ScriptedAnswer Of(int status, string body = "", string type = "application/json", params string[] headers) =>
        Of(status, Encoding.UTF8.GetBytes(body), type, headers);

    /// <summary>The same, with a body of bytes.</summary>
    public static ScriptedAnswer Of(int status, byte[] body, string type = "application/json", params string[] headers)
    {
        string[] lines = [$"HTTP/1.1 {status} ", $"Content-Length: {body.Length}", $"Content-Type: {type}", .. headers, string.Empty, string.Empty];
        return new ScriptedAnswer([[.. Encoding.Latin1.GetBytes(string.Join("\r\n", lines)), .. body]]);
    }

    /// <summary>An error in the service's form.</summary>
    public static ScriptedAnswer Error(int status, int code, string message, params string[] headers) =>
        Of(status, JsonSerializer.Serialize(new { code, message }), "application/json", headers);

    /// <summary>400: a contact of the request is refused.</summary>
    public static ScriptedAnswer Refused { get; } = Error(400, 210, "A contact can't be accepted.");

    /// <summary>Whatever bytes, then the connection is closed.</summary>
    public static ScriptedAnswer Raw(string text) => new([Encoding.Latin1.GetBytes(text)], Drops: true);
}
