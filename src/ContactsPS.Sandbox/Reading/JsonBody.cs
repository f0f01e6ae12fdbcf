using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ContactsPS.Sandbox.Reading;

/// <summary>The one thing in a body that is not interpreted as best can be: it has to be JSON, in UTF-8.</summary>
internal static class JsonBody
{
    /// <summary>Parses a body, with or without a byte order mark; null, and the reason, where that can't be done.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> body, out string problem)
    {
        if (!Utf8.IsValid(body.Span))
        {
            problem = "The body is not UTF-8.";
            return null;
        }

        if (body.Span.StartsWith(Encoding.UTF8.Preamble))
        {
            body = body[Encoding.UTF8.Preamble.Length..];
        }

        try
        {
            problem = string.Empty;
            return JsonDocument.Parse(body);
        }
        catch (JsonException wrong)
        {
            problem = $"The body is not JSON: line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}.";
            return null;
        }
    }
}
