using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// The fields of a row of a sheet, as UTF-8 in one buffer. Each field is its length, in four bytes, and then its text. A row
/// can be kept in this form. One instance is used for all rows of a sheet, one after the other.
/// </summary>
internal sealed class SheetRow
{
    private const int PrefixLength = sizeof(int);

    /// <summary>Whole numbers below this limit have no loss as a double, and fit into a long.</summary>
    private const double WholeLimit = 1e15;

    private readonly List<(int Column, string Problem)> _errors = [];
    private byte[] _bytes = new byte[1024];
    private int[] _starts = new int[16];
    private int _length;

    /// <summary>How many fields the row has.</summary>
    public int Count { get; private set; }

    /// <summary>Whether all fields are empty.</summary>
    public bool IsEmpty => _length == Count * PrefixLength;

    /// <summary>The fields that hold an error such as #N/A instead of a value, in ascending order of their columns, and the error of each.</summary>
    public IReadOnlyList<(int Column, string Problem)> Errors => _errors;

    /// <summary>The row in the form in which it can be kept.</summary>
    public ReadOnlySpan<byte> Raw => _bytes.AsSpan(0, _length);

    /// <summary>Reads the fields of a row that was kept.</summary>
    /// <param name="raw">The row.</param>
    /// <param name="count">The fewest fields to return. Fields that the row doesn't have are empty.</param>
    public static string[] Parse(ReadOnlySpan<byte> raw, int count = 0)
    {
        List<string> fields = [];
        while (!raw.IsEmpty)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(raw);
            fields.Add(Encoding.UTF8.GetString(raw.Slice(PrefixLength, length)));
            raw = raw[(PrefixLength + length)..];
        }

        while (fields.Count < count)
        {
            fields.Add(string.Empty);
        }

        return [.. fields];
    }

    /// <summary>Removes all fields.</summary>
    public void Clear()
    {
        Count = 0;
        _length = 0;
        _errors.Clear();
    }

    /// <summary>A field. Empty when the row ends before it.</summary>
    public ReadOnlySpan<byte> Get(int index) =>
        index < Count ? _bytes.AsSpan(_starts[index], EndOf(index) - _starts[index]) : default;

    /// <summary>Adds empty fields until the next field has this index.</summary>
    [MethodImpl(HotPath.Compiled)]
    public void PadTo(int index)
    {
        while (Count < index)
        {
            Begin(0);
            End(0);
        }
    }

    /// <summary>Removes the empty fields at the end.</summary>
    public void TrimEnd()
    {
        while (Count > 0 && Get(Count - 1).IsEmpty)
        {
            Count--;
            _length -= PrefixLength;
        }
    }

    /// <summary>Removes the fields behind the first ones.</summary>
    /// <param name="count">How many fields to keep.</param>
    public void Cut(int count)
    {
        if (Count > count)
        {
            _length = _starts[count] - PrefixLength;
            Count = count;
            _errors.RemoveAll(error => error.Column >= count);
        }
    }

    /// <summary>Adds a text.</summary>
    [MethodImpl(HotPath.Compiled)]
    public void Add(ReadOnlySpan<char> text)
    {
        Begin(Encoding.UTF8.GetMaxByteCount(text.Length));
        End(Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length)));
    }

    /// <summary>Adds a text in UTF-8.</summary>
    [MethodImpl(HotPath.Compiled)]
    public void Add(ReadOnlySpan<byte> text)
    {
        Begin(text.Length);
        text.CopyTo(_bytes.AsSpan(_length));
        End(text.Length);
    }

    /// <summary>Adds a cell whose value isn't known.</summary>
    /// <param name="problem">What it holds, for a message: #REF!, a formula without its value.</param>
    /// <param name="error">The text of the cell, such as #REF!.</param>
    public void AddError(string problem, ReadOnlySpan<char> error)
    {
        _errors.Add((Count, problem));
        Add(error);
    }

    /// <summary>Adds a whole number. False when the number has a fraction or is too large: then <see cref="FieldText"/> formats it.</summary>
    public bool TryAddWhole(double number)
    {
        if (Math.Abs(number) >= WholeLimit || Math.Floor(number) != number)
        {
            return false;
        }

        Begin(24);
        ((long)number).TryFormat(_bytes.AsSpan(_length), out int written, provider: CultureInfo.InvariantCulture);
        End(written);
        return true;
    }

    private int EndOf(int index) => index + 1 < Count ? _starts[index + 1] - PrefixLength : _length;

    private void Begin(int maximumLength)
    {
        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, 2 * Count);
        }

        int needed = _length + PrefixLength + maximumLength;
        if (needed > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(needed, 2 * _bytes.Length));
        }

        _length += PrefixLength;
        _starts[Count++] = _length;
    }

    private void End(int length)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(_length - PrefixLength), length);
        _length += length;
        if (_length > Utf8Window.MaximumRowLength)
        {
            throw new InvalidDataException($"the row has more than {Utf8Window.MaximumRowLength / 1024 / 1024} MiB of text; shorten it");
        }
    }
}
