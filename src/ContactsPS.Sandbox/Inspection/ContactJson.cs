using System.Text.Json;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>Writes a contact of the store as JSON.</summary>
internal static class ContactJson
{
    private static readonly string[] s_texts = ["phone_number", "first_name", "last_name", "param1", "param2", "param3", "param4", "param5"];

    /// <summary>Writes a row of <see cref="ContactReader"/>.</summary>
    public static void Write(Utf8JsonWriter json, Statement row)
    {
        int column = 1;
        json.WriteStartObject();
        json.WriteNumber("id", row.Number(0));
        foreach (string text in s_texts)
        {
            json.WriteText(text, row, column++);
        }

        json.WritePropertyName("lists");
        json.WriteRawValue(row.Bytes(column++), skipInputValidation: true);
        json.WritePropertyName("tags");
        json.WriteRawValue(row.Bytes(column++), skipInputValidation: true);
        json.WriteBoolean("opted_out", row.Number(column++) != 0);
        json.WriteNumber("received_count", row.Number(column));
        json.WriteEndObject();
    }
}
