using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ContactsPS.Sandbox.Reading;

/// <summary>Parses a body. This is the only strict check of a body: it must be JSON in UTF-8.</summary>
internal static class JsonBody
{
    /// <summary>
    /// Parses a body, with or without a byte order mark. Null, and the problem, when it can't be parsed.
    /// </summary>
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
