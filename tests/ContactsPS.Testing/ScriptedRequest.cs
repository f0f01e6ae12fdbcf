using System.Text;

namespace ContactsPS.Testing;

/// <summary>A request that a <see cref="ScriptedServer"/> received.</summary>
/// <param name="Number">Its number among the requests of the server, from 1.</param>
/// <param name="Connection">The number of the connection it came on, from 1.</param>
/// <param name="Head">The request line and the headers, each with its line end.</param>
/// <param name="Body">The body.</param>
/// <param name="ArrivedAt">When it had been read, as a timestamp of the stopwatch.</param>
/// <param name="Closed">Completes when the client closes the connection.</param>
public sealed record ScriptedRequest(int Number, int Connection, string Head, byte[] Body, long ArrivedAt, Task Closed)
{
    private readonly string[] _lines = Head.Split("\r\n");

    /// <summary>The method.</summary>
    public string Method => _lines[0].Split(' ')[0];

    /// <summary>The path, as the request line has it.</summary>
    public string Path => _lines[0].Split(' ')[1];

    /// <summary>The headers; their names are compared without case.</summary>
    public ILookup<string, string> Headers => _lines[1..^1].ToLookup(
        line => line[..line.IndexOf(':')], line => line[(line.IndexOf(':') + 1)..].Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The phone numbers of its contacts.</summary>
    public IReadOnlyList<string> PhoneNumbers => ContactBody.ReadPhoneNumbers(Body);
}
