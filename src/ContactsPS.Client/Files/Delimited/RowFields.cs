using System.Runtime.CompilerServices;

namespace ContactsPS.Client;

/// <summary>
/// Where the fields of a row stand in the text it was cut from. Those that read otherwise than they stand, because a
/// doubled quote is one, are written out beside it.
/// </summary>
internal sealed class RowFields
{
    /// <summary>The place of each: in the text, or, where it is negative, its complement in the written ones.</summary>
    private (int Start, int Length)[] _places = new (int, int)[16];

    private byte[] _written = [];
    private int _writtenLength;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Takes all away.</summary>
    public void Clear()
    {
        Count = 0;
        _writtenLength = 0;
    }

    /// <summary>A field.</summary>
    /// <param name="text">The text the row was cut from.</param>
    /// <param name="index">Its place in the row; one behind the last is empty.</param>
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

    /// <summary>Whether all of them are empty.</summary>
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

    /// <summary>Adds one that reads as it stands.</summary>
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

    /// <summary>Adds one that is written out, empty to begin with.</summary>
    public void AddWritten() => Add(~_writtenLength, 0);

    /// <summary>Writes on in the field that was added last.</summary>
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
