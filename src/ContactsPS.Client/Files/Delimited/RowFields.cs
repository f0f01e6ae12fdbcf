using System.Runtime.CompilerServices;

namespace ContactsPS.Client;

/// <summary>
/// The positions of the fields of a row in its text. A field that contains a doubled quote differs from its text. Such
/// a field is written to a separate buffer.
/// </summary>
internal sealed class RowFields
{
    /// <summary>
    /// The position of each field in the text. When it is negative, its complement is the position in the separate
    /// buffer.
    /// </summary>
    private (int Start, int Length)[] _places = new (int, int)[16];

    private byte[] _written = [];
    private int _writtenLength;

    /// <summary>The number of fields.</summary>
    public int Count { get; private set; }

    /// <summary>Removes all fields.</summary>
    public void Clear()
    {
        Count = 0;
        _writtenLength = 0;
    }

    /// <summary>Gets a field.</summary>
    /// <param name="text">The text that contains the row.</param>
    /// <param name="index">The position of the field in the row. A field after the last one is empty.</param>
    [MethodImpl(HotPath.Compiled)]
    public ReadOnlySpan<byte> Get(ReadOnlySpan<byte> text, int index)
    {
        if (index >= Count)
        {
            return default;
        }

        (int start, int length) = _places[index];
        return start >= 0 ? text.Slice(start, length) : _written.AsSpan(~start, length);
    }

    /// <summary>Whether all fields are empty.</summary>
    [MethodImpl(HotPath.Compiled)]
    public bool AreEmpty()
    {
        for (int i = 0; i < Count; i++)
        {
            if (_places[i].Length > 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds a field that is the same as its text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int start, int length)
    {
        (int, int)[] places = _places;
        int index = Count;
        if ((uint)index >= (uint)places.Length)
        {
            places = Grow();
        }

        places[index] = (start, length);
        Count = index + 1;
    }

    /// <summary>Adds an empty field to the separate buffer.</summary>
    public void AddWritten() => Add(~_writtenLength, 0);

    /// <summary>Appends text to the field that was added last.</summary>
    public void Write(ReadOnlySpan<byte> part)
    {
        if (_writtenLength + part.Length > _written.Length)
        {
            Array.Resize(ref _written, Math.Max(_writtenLength + part.Length, 2 * _written.Length));
        }

        part.CopyTo(_written.AsSpan(_writtenLength));
        _writtenLength += part.Length;
        _places[Count - 1].Length += part.Length;
    }

    private (int Start, int Length)[] Grow()
    {
        Array.Resize(ref _places, 2 * _places.Length);
        return _places;
    }
}
