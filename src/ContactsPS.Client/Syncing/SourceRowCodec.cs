using System.Buffers;
using System.Text.Json;

namespace ContactsPS.Client;

/// <summary>
/// Encodes rows of files for the pending file, so that memory doesn't grow with them: a JSON array of the line number,
/// the index of the columns, and the fields. The columns are kept in memory, because many rows share them.
/// </summary>
internal sealed class SourceRowCodec
{
    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly List<IReadOnlyList<string>> _columns = [];
    private readonly Dictionary<IReadOnlyList<string>, int> _indexes = new(ReferenceEqualityComparer.Instance);

    /// <summary>Encodes a row. The result is valid until the next call.</summary>
    public ReadOnlySpan<byte> Encode(SourceRow row)
    {
        if (!_indexes.TryGetValue(row.Columns, out int columns))
        {
            columns = _columns.Count;
            _columns.Add(row.Columns);
            _indexes.Add(row.Columns, columns);
        }

        _buffer.ResetWrittenCount();
        using var writer = new Utf8JsonWriter(_buffer);
        writer.WriteStartArray();
        writer.WriteNumberValue(row.LineNumber);
        writer.WriteNumberValue(columns);
        foreach (string field in row.Fields)
        {
            writer.WriteStringValue(field);
        }

        writer.WriteEndArray();
        writer.Flush();
        return _buffer.WrittenSpan;
    }

    /// <summary>Decodes a row that this instance encoded.</summary>
    public SourceRow Decode(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        reader.Read();
        long line = reader.GetInt64();
        reader.Read();
        IReadOnlyList<string> columns = _columns[reader.GetInt32()];
        List<string> fields = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
        {
            fields.Add(reader.GetString()!);
        }

        return new SourceRow(columns, fields, line);
    }
}
