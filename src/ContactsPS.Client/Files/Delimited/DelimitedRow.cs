using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ContactsPS.Client;

/// <summary>
/// Cuts the rows of delimited UTF-8 text into fields (RFC 4180, section 2). A row ends with a line feed, a carriage return,
/// or both; a quote inside a field that begins with something else is text. One instance serves for all the rows of a
/// file, one after the other.
/// </summary>
internal sealed class DelimitedRow(byte delimiter)
{
    private const byte Quote = (byte)'"';
    private const byte CarriageReturn = (byte)'\r';
    private const byte LineFeed = (byte)'\n';

    private readonly RowFields _fields = new();

    /// <summary>How many fields the row has.</summary>
    public int FieldCount => _fields.Count;

    /// <summary>How long the row is, in bytes, its line end included.</summary>
    public int Length { get; private set; }

    /// <summary>How many lines the row takes: more than one where line breaks are in quotes.</summary>
    public int LineCount { get; private set; }

    /// <summary>
    /// Whether each field that opens with a quote closes it, with a delimiter or the end of the row behind. A field that
    /// opens with a blank and a quote is not sound either: it was meant to be quoted, and would be sent with its quotes.
    /// A row that is not sound is one line, because the quote is to blame for the lines behind it.
    /// </summary>
    public bool IsSound { get; private set; }

    /// <summary>
    /// Whether no byte of it needs an escape in a JSON string, so that its fields can be copied there as they are. Told
    /// while the row is cut: each byte is looked at anyway.
    /// </summary>
    public bool IsPlain { get; private set; }

    /// <summary>Cuts the row that a text begins with.</summary>
    /// <param name="text">The text; not empty.</param>
    /// <param name="isLast">Whether nothing comes behind it.</param>
    /// <returns>False where the row may not end in the text.</returns>
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

                    // The places behind it may be inside the field: go on with new ones.
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

    /// <summary>A field of the row that was cut last.</summary>
    /// <param name="text">The text it was cut from.</param>
    /// <param name="index">Its place; one behind the last is empty.</param>
    [MethodImpl(HotPath.Compiled)]
    public ReadOnlySpan<byte> GetField(ReadOnlySpan<byte> text, int index) => _fields.Get(text, index);

    /// <summary>
    /// Whether there is no text in the row that was cut last: it is a blank line, or delimiters alone. One that is not sound
    /// has some, though it may not be in a field.
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
    /// Goes behind a quoted field, where it is one with nothing in it that needs an escape: most are, and the rest of
    /// their row is cut as quickly as one without quotes.
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
                // The line feed that may belong to it is still to come.
                return isLast;
            }

            Length += text[Length] == LineFeed ? 1 : 0;
        }

        return true;
    }

    /// <summary>Cuts what is left of a text when no whole vector is, byte by byte.</summary>
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

    /// <summary>Cuts a row with quotes in it, field by field.</summary>
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
    /// Cuts a line whose quotes can't be told apart, so that people can mend its fields: an opening quote that closes
    /// nowhere on the line is left out, and what stands behind a closing one is part of its field.
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

    /// <summary>Adds what stands between two quotes, with doubled ones in it as one.</summary>
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
