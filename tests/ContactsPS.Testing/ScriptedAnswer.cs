using System.Text;
using System.Text.Json;

namespace ContactsPS.Testing;

/// <summary>An answer of a <see cref="ScriptedServer"/>, byte for byte.</summary>
/// <param name="Parts">The bytes it sends, one part after the other.</param>
/// <param name="Drops">Whether it closes the connection behind them.</param>
/// <param name="HangsAfter">Whether it waits behind them until the client closes the connection.</param>
/// <param name="Pause">The time between two parts. Default: none.</param>
/// <param name="Resets">Whether it resets the connection behind them, instead of closing it.</param>
public sealed record ScriptedAnswer(
    IReadOnlyList<byte[]> Parts, bool Drops = false, bool HangsAfter = false, TimeSpan Pause = default, bool Resets = false)
{
    /// <summary>201, the success of contact/create.</summary>
    public static ScriptedAnswer Created { get; } = Of(201);

    /// <summary>400, the refusal of a request because of one of its contacts.</summary>
    public static ScriptedAnswer Refused { get; } = Error(400, 150, "No country was found for the prefix of a number.");

    /// <summary>400, a refusal that doesn't say whether the request or one of its contacts is the cause.</summary>
    public static ScriptedAnswer RefusedUnexplained { get; } = Error(400, 125, "Unknown error.");

    /// <summary>No answer: the connection is closed.</summary>
    public static ScriptedAnswer Drop { get; } = new([], Drops: true);

    /// <summary>No answer: the connection stays open until the client closes it.</summary>
    public static ScriptedAnswer Never { get; } = new([], HangsAfter: true);

    /// <summary>An answer with a status, a body and further header lines.</summary>
    public static ScriptedAnswer Of(int status, string body = "", string type = "application/json", params string[] headers) =>
        Of(status, Encoding.UTF8.GetBytes(body), type, headers);

    /// <summary>An answer with a status, a body of bytes and further header lines.</summary>
    public static ScriptedAnswer Of(int status, byte[] body, string type = "application/json", params string[] headers)
    {
        string[] lines = [$"HTTP/1.1 {status} ", $"Content-Length: {body.Length}", $"Content-Type: {type}", .. headers, string.Empty, string.Empty];
        return new ScriptedAnswer([[.. Encoding.Latin1.GetBytes(string.Join("\r\n", lines)), .. body]]);
    }

    /// <summary>An error in the form that the service documents.</summary>
    public static ScriptedAnswer Error(int status, int code, string message, params string[] headers) =>
        Of(status, JsonSerializer.Serialize(new { code, message }), "application/json", headers);

    /// <summary>These bytes, in Latin-1, whether they are HTTP or not; then the connection is closed.</summary>
    public static ScriptedAnswer Raw(string text) => new([Encoding.Latin1.GetBytes(text)], Drops: true);
}
