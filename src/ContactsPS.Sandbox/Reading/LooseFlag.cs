using System.Text.Json;

namespace ContactsPS.Sandbox.Reading;

/// <summary>Casts values to booleans as the service does (web-service.md, Incorrect data).</summary>
internal static class LooseFlag
{
    /// <summary>
    /// Casts a JSON value: a number is true if it is not 0, and for a text see <see cref="Read(string?)"/>. A value that
    /// can't be cast is false, which is the default of all flags.
    /// </summary>
    public static bool Read(JsonElement value, NotePath path, RequestNotes notes)
    {
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        bool? cast = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetDouble() != 0,
            JsonValueKind.String => Read(LooseText.Unicode(value)),
            _ => null,
        };
        if (cast is not null)
        {
            notes.Cast(path, $"{LooseText.Describe(value)} was read as {(cast.Value ? "true" : "false")}.");
        }
        else if (value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
        {
            notes.Ignored(path, $"{LooseText.Describe(value)} can't be read as true or false. The default is false.");
        }

        return cast ?? false;
    }

    /// <summary>
    /// Casts a text: "true", "1", "yes" and "on" are true, "false", "0", "no", "off" and an empty text are false, in upper
    /// or lower case, with or without white space around them. Null for any other text.
    /// </summary>
    public static bool? Read(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        "TRUE" or "1" or "YES" or "ON" => true,
        "FALSE" or "0" or "NO" or "OFF" or "" => false,
        _ => null,
    };
}
