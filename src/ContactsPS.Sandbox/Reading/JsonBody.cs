using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ContactsPS.Sandbox.Reading;

/// <summary>Parses a body. This is the only strict check of a body: it must be JSON in UTF-8.</summary>
internal static class JsonBody
{
    private const int DeepestLevel = 64;

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
            return JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = DeepestLevel });
        }
        catch (JsonException wrong)
        {
            problem = IsTooDeep(body.Span)
                ? $"The body is nested too deeply: more than {DeepestLevel} levels."
                : $"The body is not JSON: line {wrong.LineNumber + 1}, byte {wrong.BytePositionInLine + 1}.";
            return null;
        }
    }

    // The exception is the same for both problems, so the body is read again without a limit of the depth.
    private static bool IsTooDeep(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                // The depth at a start token is that of its parent.
                if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject && reader.CurrentDepth >= DeepestLevel)
                {
                    return true;
                }
            }

            return false;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
