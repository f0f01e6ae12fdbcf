using System.Globalization;
using System.Text.Json;

namespace ContactsPS.Tests.Secrets;

/// <summary>A service whose answers contain the key in all its forms.</summary>
public sealed class EchoService : IDisposable
{
    /// <summary>What is shown of a text of the service is not longer.</summary>
    private const int MostCharacters = 400;

    private static readonly (string Name, Func<string, ScriptedAnswer> Make)[] s_kinds =
    [
        ("400 150", message => ScriptedAnswer.Error(400, 150, message)),
        ("400 125", message => ScriptedAnswer.Error(400, 125, message)),
        ("401", message => ScriptedAnswer.Error(401, 101, message)),
        ("403", message => ScriptedAnswer.Error(403, 102, message)),
        ("500", message => ScriptedAnswer.Error(500, 1, message)),
        ("500 without JSON", message => ScriptedAnswer.Of(500, message, "text/plain")),
        ("307", message => ScriptedAnswer.Of(307, headers: $"Location: https://elsewhere.example/{OneLine(message)}")),
        ("success", message => ScriptedAnswer.Of(201, JsonSerializer.Serialize(new { message, unit = message, amount = 5, balance = message }))),
        ("a page", message => ScriptedAnswer.Of(200, $"<p>{message}</p>", "text/html")),
        ("a reason", message => ScriptedAnswer.Raw($"HTTP/1.1 400 {OneLine(message)}\r\nContent-Length: 0\r\n\r\n")),
        ("a bad header", message => ScriptedAnswer.Raw($"HTTP/1.1 201 Created\r\n{OneLine(message)}\r\n\r\n")),
        ("a bad length", message => ScriptedAnswer.Raw($"HTTP/1.1 201 Created\r\nContent-Length: {OneLine(message)}\r\n\r\n")),
        ("a bad chunk", message => ScriptedAnswer.Raw($"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n{OneLine(message)}\r\n")),
        ("not HTTP", ScriptedAnswer.Raw),
    ];

    private readonly ScriptedServer _server;
    private readonly string[] _messages;
    private int _answer;

    public EchoService(SecretForms forms)
    {
        _messages = [.. Fit(forms.Texts)];
        _server = new ScriptedServer(_ => s_kinds[_answer % Kinds].Make(_messages[_answer / Kinds]));
    }

    /// <summary>The number of answers: each kind with each message.</summary>
    public int Answers => Kinds * _messages.Length;

    /// <summary>The number of kinds of answers. The first ones have the first message.</summary>
    public int Kinds => s_kinds.Length;

    public Uri Endpoint => _server.Endpoint;

    /// <summary>Chooses the answer to the next requests, and names it.</summary>
    public string Choose(int answer)
    {
        _answer = answer;
        return string.Create(CultureInfo.InvariantCulture, $"{s_kinds[answer % Kinds].Name}, message {answer / Kinds}");
    }

    public void Dispose() => _server.Dispose();

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    /// <summary>Joins the forms to as few messages as they fit into.</summary>
    private static IEnumerable<string> Fit(IEnumerable<string> forms)
    {
        string message = string.Empty;
        foreach (string form in forms)
        {
            if (message.Length + form.Length > MostCharacters)
            {
                yield return message;
                message = string.Empty;
            }

            message += $"[{form}] ";
        }

        yield return message;
    }
}
