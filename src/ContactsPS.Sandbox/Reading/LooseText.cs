using System.Globalization;
using System.Text.Json;

namespace ContactsPS.Sandbox.Reading;

/// <summary>Casts JSON values to text as the service does (web-service.md, Incorrect data).</summary>
internal static class LooseText
{
    /// <summary>
    /// Casts a value to text: a string unchanged, a number or a boolean as its text. Null for a missing value, null, an
    /// array, an object, or a string that is not valid Unicode (a lone surrogate).
    /// </summary>
    public static string? Cast(JsonElement value, NotePath path, RequestNotes notes)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                string? text = Unicode(value);
                if (text is null)
                {
                    notes.Ignored(path, "The text is not valid Unicode.");
                }

                return text;
            case JsonValueKind.Number:
                notes.Cast(path, "A number was read as text.");
                return NumberText(value);
            case JsonValueKind.True or JsonValueKind.False:
                notes.Cast(path, "A boolean was read as text.");
                return value.ValueKind is JsonValueKind.True ? "true" : "false";
            case JsonValueKind.Array or JsonValueKind.Object:
                notes.Ignored(path, $"{Describe(value)} can't be read as text.");
                return null;
            default:
                return null;
        }
    }

    /// <summary>Casts a value to text, and deletes its control characters.</summary>
    public static string? Read(JsonElement value, NotePath path, RequestNotes notes) =>
        Cast(value, path, notes) is { } text ? ControlCharacters.Delete(text, path, notes) : null;

    /// <summary>Gets a string. Null when it is not valid Unicode.</summary>
    public static string? Unicode(JsonElement value)
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

    /// <summary>Names the type of a value at the start of a sentence.</summary>
    public static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "An array",
        JsonValueKind.Object => "An object",
        JsonValueKind.String => "A text",
        JsonValueKind.Number => "A number",
        JsonValueKind.True or JsonValueKind.False => "A boolean",
        _ => "null",
    };

    // 3.36E10 and 33612345678.0 are whole numbers in an unusual format. Their digits are the intended text.
    private static string NumberText(JsonElement value) =>
        value.TryGetDecimal(out decimal number) && decimal.IsInteger(number)
            ? number.ToString("0", CultureInfo.InvariantCulture)
            : value.GetRawText();
}
