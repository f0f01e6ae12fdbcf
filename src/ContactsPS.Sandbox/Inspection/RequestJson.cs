using System.Text.Json;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>Writes a request of the log as JSON.</summary>
internal static class RequestJson
{
    /// <summary>The column of the status.</summary>
    public const int Status = 4;

    /// <summary>The column of the counts of the notes.</summary>
    public const int NoteCounts = 12;

    /// <summary>The column of the body.</summary>
    public const int Body = 15;

    /// <summary>Writes a row of <see cref="RequestLog"/> as an object.</summary>
    public static void Write(Utf8JsonWriter json, Statement row, bool withBody)
    {
        json.WriteStartObject();
        WriteMembers(json, row, withBody);
        json.WriteEndObject();
    }

    /// <summary>Writes the members of the object.</summary>
    public static void WriteMembers(Utf8JsonWriter json, Statement row, bool withBody)
    {
        json.WriteNumber("id", row.Number(0));
        json.WriteText("received_at", row, 1);
        json.WriteText("method", row, 2);
        json.WriteText("path", row, 3);
        json.WriteText("query", row, 11);
        json.WriteNumber("status", row.Number(Status));
        json.WriteNumber("contacts", row.Number(5));
        json.WriteNumber("bytes", row.Number(6));
        json.WriteNumber("milliseconds", Math.Round(row.Fraction(7), 3));
        json.WriteText("failure", row, 8);
        WriteRaw(json, "notes", row.Bytes(9), "[]"u8);
        WriteRaw(json, "note_counts", row.Bytes(NoteCounts), "{}"u8);
        json.WriteNumber("notes_omitted", row.Number(10));
        json.WriteString("answer", row.Bytes(13).IsEmpty ? null : row.Text(13));
        json.WriteText("answer_header", row, 14);
        if (withBody)
        {
            // It is converted to a string, because the writer accepts only UTF-8 and a body may not be UTF-8.
            json.WriteString("body", row.IsNull(Body) ? null : row.Text(Body));
        }
    }

    private static void WriteRaw(Utf8JsonWriter json, string name, ReadOnlySpan<byte> value, ReadOnlySpan<byte> empty)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(value.IsEmpty ? empty : value, skipInputValidation: true);
    }
}
