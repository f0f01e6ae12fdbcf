using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ContactsPS.Benchmarks;

/// <summary>The bodies that a file of contacts comes to, made without the module.</summary>
internal static class RequestBodies
{
    public static byte[][] Make(int rows, int batchSize) =>
        [.. Enumerable.Range(0, rows).Chunk(batchSize).Select(batch => MakeOne(batch[0], batch.Length))];

    private static byte[] MakeOne(int start, int count)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        var fields = new string[SampleContact.Columns.Length];
        json.WriteStartObject();
        json.WriteStartArray("contacts");
        for (int index = start; index < start + count; index++)
        {
            SampleContact.Read(index, PhoneNumberStyle.E164, fields);
            json.WriteStartObject();
            for (int i = 0; i < fields.Length; i++)
            {
                if (fields[i].Length > 0)
                {
                    json.WriteString(SampleContact.Columns[i], fields[i]);
                }
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
