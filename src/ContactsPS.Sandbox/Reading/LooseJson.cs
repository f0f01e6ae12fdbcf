using System.Globalization;
using System.Text.Json;

namespace ContactsPS.Sandbox.Reading;

/// <summary>Casts JSON values as the service does (web-service.md, Incorrect data): what can't be cast takes its default.</summary>
internal static class LooseJson
{
    /// <summary>
    /// A text: a string as it is, a number or a boolean as its text. Null for what is missing, null, an array, an
    /// object, or not Unicode (half a surrogate pair).
    /// </summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => UnicodeText(value),
        JsonValueKind.Number => NumberText(value),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary>The text of one member of an object.</summary>
    public static string? Text(JsonElement parent, string name) => Text(Member(parent, name));

    /// <summary>The texts of a member that ought to be an array; a single value counts as an array of one.</summary>
    public static IEnumerable<string> Texts(JsonElement parent, string name)
    {
        JsonElement value = Member(parent, name);
        IEnumerable<JsonElement> values = value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : [value];
        return values.Select(Text).OfType<string>();
    }

    /// <summary>A boolean member: true, a number other than 0, or a text that <see cref="IsTrue"/>; false for all else.</summary>
    public static bool Flag(JsonElement parent, string name)
    {
        JsonElement value = Member(parent, name);
        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.Number => value.GetDouble() != 0,
            JsonValueKind.String => IsTrue(UnicodeText(value)),
            _ => false,
        };
    }

    /// <summary>Whether a text means true: "true", "1", "yes" or "on", whatever the case and the blanks around it.</summary>
    public static bool IsTrue(string? text) =>
        text?.Trim().ToUpperInvariant() is "TRUE" or "1" or "YES" or "ON";

    /// <summary>A member of an object; an undefined value when there is none, or when the parent is no object.</summary>
    public static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind is JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement value) ? value : default;

    private static string? UnicodeText(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // 3.36E10 and 33612345678.0 are whole numbers that a serialiser wrote oddly; their digits are what was meant.
    private static string NumberText(JsonElement value) =>
        value.TryGetDecimal(out decimal number) && decimal.IsInteger(number)
            ? number.ToString("0", CultureInfo.InvariantCulture)
            : value.GetRawText();
}
