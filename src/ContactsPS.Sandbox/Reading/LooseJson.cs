using System.Globalization;
using System.Text.Json;

namespace ContactsPS.Sandbox.Reading;

/// <summary>
/// Casts JSON values as the service does (web-service.md, Incorrect data). A value that can't be cast becomes its
/// default.
/// </summary>
internal static class LooseJson
{
    /// <summary>
    /// Casts a value to text: a string unchanged, a number or a boolean as its text. Null for a missing value, null, an
    /// array, an object, or a string that is not valid Unicode (a lone surrogate).
    /// </summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => UnicodeText(value),
        JsonValueKind.Number => NumberText(value),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary>Casts a member of an object to text.</summary>
    public static string? Text(JsonElement parent, string name) => Text(Member(parent, name));

    /// <summary>
    /// Casts a member that should be an array to texts. A single value counts as an array with one element.
    /// </summary>
    public static IEnumerable<string> Texts(JsonElement parent, string name)
    {
        JsonElement value = Member(parent, name);
        IEnumerable<JsonElement> values = value.ValueKind is JsonValueKind.Array ? value.EnumerateArray() : [value];
        return values.Select(Text).OfType<string>();
    }

    /// <summary>
    /// Casts a member to a boolean. It is true for true, for a number other than 0, and for a text that
    /// <see cref="IsTrue"/> accepts.
    /// </summary>
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

    /// <summary>
    /// Whether a text means true: "true", "1", "yes" or "on", in upper or lower case, with or without white space
    /// around it.
    /// </summary>
    public static bool IsTrue(string? text) =>
        text?.Trim().ToUpperInvariant() is "TRUE" or "1" or "YES" or "ON";

    /// <summary>
    /// Gets a member of an object. An undefined value when there is none, or when the parent is not an object.
    /// </summary>
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

    // 3.36E10 and 33612345678.0 are whole numbers in an unusual format. Their digits are the intended text.
    private static string NumberText(JsonElement value) =>
        value.TryGetDecimal(out decimal number) && decimal.IsInteger(number)
            ? number.ToString("0", CultureInfo.InvariantCulture)
            : value.GetRawText();
}
