using System.Text;
using System.Text.Json;

namespace ContactsPS.Client;

/// <summary>
/// Reads the answers of the wallet calls. An answer that differs from the documented one is an error: a balance of 0 that
/// nobody has would be worse.
/// </summary>
internal static class WalletAnswer
{
    private const int LongestBody = 200;

    /// <summary>Reads the body of a success.</summary>
    /// <exception cref="ContactsException">AnswerInvalid.</exception>
    public static T Read<T>(ServiceAnswer answer, string call, Func<JsonElement, T> read)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(answer.Body);
            return read(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            // The exception is not kept, because its text may have a part of the answer, and so the key.
            throw new ContactsException(
                ErrorIds.AnswerInvalid,
                $"The service answered {call} with something that can't be read: {answer.Clean(error.Message)} The answer was: {Show(answer)}");
        }
    }

    /// <summary>Gets a member of an object.</summary>
    /// <exception cref="FormatException">There is no such member, or it is of another kind.</exception>
    public static JsonElement Get(JsonElement owner, string name, JsonValueKind kind) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out JsonElement member) && member.ValueKind == kind
            ? member : throw new FormatException($"There is no '{name}' of the kind {kind}.");

    /// <summary>Gets a member that is a number.</summary>
    /// <exception cref="FormatException">There is no such number, or it is too large.</exception>
    public static decimal GetNumber(JsonElement owner, string name) =>
        Get(owner, name, JsonValueKind.Number).TryGetDecimal(out decimal number)
            ? number : throw new FormatException($"The number of '{name}' is too large.");

    /// <summary>Gets a member that is a text, and not blank.</summary>
    /// <exception cref="FormatException">There is no such text.</exception>
    public static string GetText(JsonElement owner, string name) =>
        Get(owner, name, JsonValueKind.String).GetString() is { } text && !string.IsNullOrWhiteSpace(text)
            ? text : throw new FormatException($"The text of '{name}' is blank.");

    private static string Show(ServiceAnswer answer)
    {
        // The key is masked before the text is cut, because a part of a key isn't found any more.
        string text = answer.Clean(Encoding.UTF8.GetString(answer.Body.Span));
        return text.Length == 0 ? "empty." : text.Length > LongestBody ? $"{text[..LongestBody]}…" : text;
    }
}
