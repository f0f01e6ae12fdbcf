using System.Text.Encodings.Web;
using System.Text.Json;

namespace ContactsPS.Benchmarks;

/// <summary>Writes the contacts of <see cref="ContactFile"/> as JSON Lines.</summary>
internal static class JsonLinesFile
{
    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(string path, int rows)
    {
        using var writer = new StreamWriter(path);
        var fields = new string[SampleContact.Columns.Length];
        for (int row = 0; row < rows; row++)
        {
            SampleContact.Read(row, PhoneNumberStyle.E164, fields);
            writer.WriteLine(JsonSerializer.Serialize(
                SampleContact.Columns.Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal), s_options));
        }
    }
}
