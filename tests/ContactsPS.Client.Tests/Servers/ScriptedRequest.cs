using System.Text.Json;

namespace ContactsPS.Client.Tests;

/// <summary>A request that a <see cref="ScriptedServer"/> was sent.</summary>
/// <param name="Number">Its place among the requests of the server, from 1.</param>
/// <param name="Connection">Which connection it came on, from 1.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path, as it stands in the request line.</param>
/// <param name="Headers">The headers, by their name in any case.</param>
/// <param name="Body">The body.</param>
/// <param name="ArrivedAt">When it was read, as a timestamp of the stopwatch.</param>
/// <param name="Closed">Ends when the client closes the connection.</param>
public sealed record ScriptedRequest(
    int Number, int Connection, string Method, string Path, ILookup<string, string> Headers, byte[] Body, long ArrivedAt, Task Closed)
{
    /// <summary>The phone numbers of its contacts.</summary>
    public IReadOnlyList<string> PhoneNumbers { get; } = ReadPhoneNumbers(Body);

    private static IReadOnlyList<string> ReadPhoneNumbers(byte[] body)
    {
        if (body.Length == 0)
        {
            return [];
        }

        using JsonDocument document = JsonDocument.Parse(body);
        return [.. document.RootElement.GetProperty("contacts").EnumerateArray().Select(c => c.GetProperty("phone_number").GetString()!)];
    }
}
