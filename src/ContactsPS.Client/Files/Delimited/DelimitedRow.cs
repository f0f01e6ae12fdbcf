using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ContactsPS.Client;

/// <summary>
/// Splits the rows of delimited UTF-8 text into fields (RFC 4180, section 2). A row ends with a line feed, a carriage
/// return, or both. A quote inside a field that doesn't begin with a quote is text. The same instance is used for all
/// rows of a file, one after the other.
/// </summary>
internal sealed class DelimitedRow(byte delimiter)
{
    private const byte Quote = (byte)'"';
    private const byte CarriageReturn = (byte)'\r';
    private const byte LineFeed = (byte)'\n';

    private readonly RowFields _fields = new();

    /// <summary>The number of fields in the row.</summary>
    public int FieldCount => _fields.Count;

    /// <summary>The length of the row, in bytes, with its line end.</summary>
    public int Length { get; private set; }

    /// <summary>The number of lines of the row. It is more than one when quotes contain line breaks.</summary>
    public int LineCount { get; private set; }

    /// <summary>
    /// Whether all quotes of the row are correct. Each field that opens with a quote must close it, and a delimiter or
    /// the end of the row must follow. A field that opens with a space and a quote is not correct either: it was meant
    /// to be quoted, and would be sent with its quotes. A row with wrong quotes is one line, because the lines after it
    /// may be correct rows.
    /// </summary>
    public bool IsSound { get; private set; }

    /// <summary>
    /// Whether no byte of the row needs an escape in a JSON string, so that its fields can be copied unchanged. This is
    /// determined while the row is split, because each byte is read then anyway.
    /// </summary>
    public bool IsPlain { get; private set; }

    /// <summary>Splits the row at the start of a text.</summary>
    /// <param name="text">The text. It must not be empty.</param>
    /// <param name="isLast">Whether the text is the end of the file.</param>
    /// <returns>False when the row may continue after the text.</returns>
    [MethodImpl(HotPath.Compiled)]
    public bool TryCut(ReadOnlySpan<byte> text, bool isLast)
    {
        Begin();
        ref byte first = ref MemoryMarshal.GetReference(text);
        int start = 0;
        int at = 0;
        while (text.Length - at >= Vector256<byte>.Count)
        {
            int next = at + Vector256<byte>.Count;
            Vector256<byte> bytes = Vector256.LoadUnsafe(ref first, (nuint)at);
            Vector256<byte> cuts = Vector256.Equals(bytes, Vector256.Create(delimiter))
                | Vector256.Equals(bytes, Vector256.Create(LineFeed))
                | Vector256.Equals(bytes, Vector256.Create(CarriageReturn))
                | Vector256.Equals(bytes, Vector256.Create(Quote));
            Vector256<byte> escapes = (Vector256.LessThan(bytes, Vector256.Create((byte)' '))
                | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))) & ~cuts;
            IsPlain &= escapes == Vector256<byte>.Zero;
            uint places = cuts.ExtractMostSignificantBits();
            while (places != 0)
            {
                int place = at + BitOperations.TrailingZeroCount(places);
                byte cut = text[place];
                places &= places - 1;
                if (cut == Quote)
                {
                    if (place != start || !TryPassPlain(text, ref place))
                    {
                        return TryCutQuoted(text, isLast);
                    }

                    _fields.Add(start + 1, place - start - 2);
                    cut = text[place];

                    // The other places may be inside the quoted field, so they are searched again.
                    next = place + 1;
                    places = 0;
                }
                else
                {
                    _fields.Add(start, place - start);
                }

                if (cut != delimiter)
                {
                    return TryEnd(text, place, isLast);
                }

                start = place + 1;
            }

            at = next;
        }

        return TryCutRest(text, start, at, isLast);
    }

    /// <summary>Gets a field of the last row.</summary>
    /// <param name="text">The text that contains the row.</param>
    /// <param name="index">The position of the field. A field after the last one is empty.</param>
    [MethodImpl(HotPath.Compiled)]
    public ReadOnlySpan<byte> GetField(ReadOnlySpan<byte> text, int index) => _fields.Get(text, index);

    /// <summary>
    /// Whether the last row contains no text: it is a blank line, or only delimiters. A row with wrong quotes contains
    /// text, even when all its fields are empty.
    /// </summary>
    [MethodImpl(HotPath.Compiled)]
    public bool IsEmpty() => _fields.AreEmpty() && IsSound;

    [MethodImpl(HotPath.Compiled)]
    private void Begin()
    {
        _fields.Clear();
        IsSound = true;
        IsPlain = true;
    }

    /// <summary>
    /// Skips a quoted field that contains nothing that needs an escape. Most quoted fields are like this, and the rest
    /// of their row is then split as fast as a row without quotes.
    /// </summary>
    [MethodImpl(HotPath.Compiled)]
    private bool TryPassPlain(ReadOnlySpan<byte> text, ref int place)
    {
        for (int i = place + 1; i < text.Length - 1; i++)
        {
            byte value = text[i];
            if (value == Quote)
            {
                place = i + 1;
                return IsFieldEnd(text[place..]);
            }

            if (value is < (byte)' ' or (byte)'\\')
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Ends the row at a line end, or at the end of the text.</summary>
    [MethodImpl(HotPath.Compiled)]
    private bool TryEnd(ReadOnlySpan<byte> text, int end, bool isLast)
    {
        Length = end;
        LineCount = 1;
        if (end == text.Length)
        {
            return isLast;
        }

        Length++;
        if (text[end] == CarriageReturn)
        {
            if (Length == text.Length)
            {
                // A line feed may follow in the next bytes.
                return isLast;
            }

            Length += text[Length] == LineFeed ? 1 : 0;
        }

        return true;
    }

    /// <summary>Splits the rest of a text, which is shorter than a vector, byte by byte.</summary>
    [MethodImpl(HotPath.Compiled)]
    private bool TryCutRest(ReadOnlySpan<byte> text, int start, int at, bool isLast)
    {
        for (; at < text.Length; at++)
        {
            byte value = text[at];
            if (value == delimiter)
            {
                _fields.Add(start, at - start);
                start = at + 1;
            }
            else if (value is LineFeed or CarriageReturn)
            {
                break;
            }
            else if (value == Quote)
            {
                return TryCutQuoted(text, isLast);
            }
            else
            {
                IsPlain &= value is >= (byte)' ' and not (byte)'\\';
            }
        }

        _fields.Add(start, at - start);
        return TryEnd(text, at, isLast);
    }

    /// <summary>Splits a row that contains quotes, field by field.</summary>
    private bool TryCutQuoted(ReadOnlySpan<byte> text, bool isLast)
    {
        Begin();
        IsPlain = false;
        int at = 0;
        while (true)
        {
            ReadOnlySpan<byte> rest = text[at..];
            int length;
            if (rest.StartsWith(Quote))
            {
                length = QuotedField.Pass(rest);
                if (!isLast && (length == QuotedField.NotClosed || length == rest.Length))
                {
                    return false;
                }

                if (length == QuotedField.NotClosed || !IsFieldEnd(rest[length..]))
                {
                    return TryCutUnsound(text, isLast);
                }

                AddQuoted(text, at + 1, length - 2);
            }
            else
            {
                length = FindFieldEnd(rest);
                if (length == rest.Length && !isLast)
                {
                    return false;
                }

                if (QuotedField.StandsBehindBlanks(rest[..length]))
                {
                    return TryCutUnsound(text, isLast);
                }

                _fields.Add(at, length);
            }

            at += length;
            if (at == text.Length || text[at] != delimiter)
            {
                bool isWhole = TryEnd(text, at, isLast);
                LineCount += text[..at].Count(LineFeed);
                return isWhole;
            }

            at++;
        }
    }

    /// <summary>
    /// Splits a line with wrong quotes, so that people can correct its fields. An opening quote that is not closed on
    /// the line is removed. Text after a closing quote is part of the field.
    /// </summary>
    private bool TryCutUnsound(ReadOnlySpan<byte> text, bool isLast)
    {
        int end = text.IndexOfAny(LineFeed, CarriageReturn);
        if (end < 0 && !isLast)
        {
            return false;
        }

        Begin();
        IsSound = false;
        IsPlain = false;
        end = end < 0 ? text.Length : end;
        int at = 0;
        while (at <= end)
        {
            ReadOnlySpan<byte> rest = text[at..end];
            int quoted = rest.StartsWith(Quote) ? QuotedField.Pass(rest) : 0;
            int length;
            if (quoted > 0)
            {
                length = quoted + FindFieldEnd(rest[quoted..]);
                AddQuoted(text, at + 1, quoted - 2);
                _fields.Write(rest[quoted..length]);
            }
            else
            {
                length = FindFieldEnd(rest);
                int left = quoted == QuotedField.NotClosed ? 1 : 0;
                _fields.Add(at + left, length - left);
            }

            at += length + 1;
        }

        return TryEnd(text, end, isLast);
    }

    private bool IsFieldEnd(ReadOnlySpan<byte> text) =>
        text.IsEmpty || text[0] == delimiter || text[0] is LineFeed or CarriageReturn;

    private int FindFieldEnd(ReadOnlySpan<byte> text)
    {
        int end = text.IndexOfAny(delimiter, LineFeed, CarriageReturn);
        return end < 0 ? text.Length : end;
    }

    /// <summary>Adds the text between two quotes. A doubled quote inside it becomes one quote.</summary>
    private void AddQuoted(ReadOnlySpan<byte> text, int start, int length)
    {
        ReadOnlySpan<byte> inside = text.Slice(start, length);
        if (!inside.Contains(Quote) && IsSound)
        {
            _fields.Add(start, length);
            return;
        }

        _fields.AddWritten();
        for (int quote = inside.IndexOf(Quote); quote >= 0; quote = inside.IndexOf(Quote))
        {
            _fields.Write(inside[..(quote + 1)]);
            inside = inside[(quote + 2)..];
        }

        _fields.Write(inside);
    }
}
