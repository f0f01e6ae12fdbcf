using System.Runtime.CompilerServices;
using System.Text.Json;

namespace ContactsPS.Client;

/// <summary>
/// The properties of one JSON object, as places in the line that it was read from. Strings with an escape in them are
/// written out beside it. One instance serves for all the lines of a file, one after the other.
/// </summary>
internal sealed class JsonRow
{
    /// <summary>The most properties of an object. One with more is no contact, and each takes its share of memory.</summary>
    public const int MaximumProperties = 4096;

    /// <summary>Whole numbers with more digits stay as they are written.</summary>
    private const int MaximumDigits = 20;

    private Property[] _properties = new Property[16];
    private byte[] _written = [];
    private int _writtenLength;

    /// <summary>How many properties the object has, those that are null included.</summary>
    public int Count { get; private set; }

    /// <summary>Whether no byte of a value needs an escape in a JSON string.</summary>
    public bool IsPlain { get; private set; }

    /// <summary>Reads an object.</summary>
    /// <param name="line">One line, in UTF-8.</param>
    /// <returns>What is wrong with the line, as a sentence. Null when the line is valid.</returns>
    [MethodImpl(HotPath.Compiled)]
    public string? Parse(ReadOnlySpan<byte> line)
    {
        Count = 0;
        _writtenLength = 0;
        IsPlain = true;
        try
        {
            var reader = new Utf8JsonReader(line);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return "it holds no JSON object";
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (Count == MaximumProperties)
                {
                    return $"it has more than {MaximumProperties} properties";
                }

                (int Start, int Length) name = PlaceOf(ref reader);
                reader.Read();
                Add(name, ref reader);
            }

            // What follows the object is an error, which this finds.
            reader.Read();
            return null;
        }
        catch (InvalidOperationException error)
        {
            return $"a text in it is no text ({error.Message})";
        }
        catch (JsonException error)
        {
            return $"it is no JSON ({ColumnName.ToVisible(error.Message.Split(" LineNumber")[0])})";
        }
    }

    /// <summary>Whether a property is null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNull(int index) => _properties[index].IsNull;

    /// <summary>The name of a property.</summary>
    /// <param name="line">The line that was read.</param>
    /// <param name="index">Its index.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> GetName(ReadOnlySpan<byte> line, int index) =>
        Read(line, _properties[index].NameStart, _properties[index].NameLength);

    /// <summary>The value of a property: the text of a string, the JSON of anything else, empty for null.</summary>
    /// <param name="line">The line that was read.</param>
    /// <param name="index">Its index.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> GetValue(ReadOnlySpan<byte> line, int index) =>
        Read(line, _properties[index].Start, _properties[index].Length);

    private ReadOnlySpan<byte> Read(ReadOnlySpan<byte> line, int start, int length) =>
        start >= 0 ? line.Slice(start, length) : _written.AsSpan(~start, length);

    [MethodImpl(HotPath.Compiled)]
    private void Add((int Start, int Length) name, ref Utf8JsonReader reader)
    {
        if (Count == _properties.Length)
        {
            Array.Resize(ref _properties, 2 * Count);
        }

        (int start, int length) = reader.TokenType switch
        {
            JsonTokenType.String => PlaceOf(ref reader),
            JsonTokenType.Null => default,
            JsonTokenType.StartObject or JsonTokenType.StartArray => PlaceOfNested(ref reader),
            JsonTokenType.Number when reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') > 0 => PlaceOfNumber(ref reader),
            _ => ((int)reader.TokenStartIndex, reader.ValueSpan.Length),
        };
        _properties[Count++] = new Property(name.Start, name.Length, start, length, reader.TokenType == JsonTokenType.Null);
    }

    /// <summary>The position of the text of a string, without its quotes.</summary>
    [MethodImpl(HotPath.Compiled)]
    private (int Start, int Length) PlaceOf(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return ((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length);
        }

        IsPlain = false;
        return Written(reader.CopyString(Reserve(reader.ValueSpan.Length)));
    }

    /// <summary>The position of a number. A whole number is written in digits: 3.3639985605e10 is 33639985605.</summary>
    private (int Start, int Length) PlaceOfNumber(ref Utf8JsonReader reader)
    {
        ReadOnlySpan<byte> json = reader.ValueSpan;
        return json[0] is >= (byte)'1' and <= (byte)'9' && NumericText.TryReadJsonNumber(json, Reserve(MaximumDigits), out int length)
            ? Written(length) : ((int)reader.TokenStartIndex, json.Length);
    }

    /// <summary>Room behind what is written.</summary>
    private Span<byte> Reserve(int length)
    {
        int needed = _writtenLength + length;
        if (needed > _written.Length)
        {
            Array.Resize(ref _written, Math.Max(needed, 2 * _written.Length));
        }

        return _written.AsSpan(_writtenLength, length);
    }

    /// <summary>The place of what was just written.</summary>
    private (int Start, int Length) Written(int length)
    {
        int start = _writtenLength;
        _writtenLength += length;
        return (~start, length);
    }

    /// <summary>The position of the JSON of an object or an array.</summary>
    private (int Start, int Length) PlaceOfNested(ref Utf8JsonReader reader)
    {
        IsPlain = false;
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return (start, (int)reader.BytesConsumed - start);
    }

    /// <param name="NameStart">Where the name stands in the line, or, when negative, the complement of its place beside it.</param>
    /// <param name="NameLength">The length of the name.</param>
    /// <param name="Start">Where the value stands, likewise.</param>
    /// <param name="Length">The length of the value.</param>
    /// <param name="IsNull">Whether the value is null.</param>
    private readonly record struct Property(int NameStart, int NameLength, int Start, int Length, bool IsNull);
}
