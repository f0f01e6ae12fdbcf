using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// A growing buffer of UTF-8 JSON. Only quotes, backslashes and control characters are escaped. All other characters,
/// such as accents, CJK and emoji, are written as UTF-8. A lone surrogate has no UTF-8 form and becomes U+FFFD.
/// </summary>
internal sealed class Utf8JsonBuffer
{
    /// <summary>The maximum number of bytes for a UTF-16 code unit that <see cref="CopyPlain"/> copies.</summary>
    private const int MaximumBytesPerPlainUnit = 2;

    /// <summary>The length of <c>\u001f</c>. In UTF-8, a character has at most four bytes.</summary>
    private const int MaximumBytesPerRune = 6;

    private byte[] _bytes;

    public Utf8JsonBuffer(int capacity)
    {
        _bytes = new byte[capacity];
    }

    /// <summary>The number of bytes that were written. Set it to a smaller value to remove the last bytes.</summary>
    public int Length { get; set; }

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    [MethodImpl(HotPath.Compiled)]
    public void Append(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(Length));
        Length += utf8.Length;
    }

    /// <summary>Appends two parts, one after the other.</summary>
    [MethodImpl(HotPath.Compiled)]
    public void Append(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        Reserve(first.Length + second.Length);
        Span<byte> free = _bytes.AsSpan(Length);
        first.CopyTo(free);
        second.CopyTo(free[first.Length..]);
        Length += first.Length + second.Length;
    }

    [MethodImpl(HotPath.Compiled)]
    public void Append(byte utf8)
    {
        Reserve(1);
        _bytes[Length++] = utf8;
    }

    /// <summary>Appends the content of a JSON string, without its quotes.</summary>
    [MethodImpl(HotPath.Compiled)]
    public void AppendText(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            Reserve(text.Length * MaximumBytesPerPlainUnit);
            int units = CopyPlain(text, _bytes.AsSpan(Length), out int written);
            Length += written;
            text = text[units..];
            if (!text.IsEmpty)
            {
                Rune.DecodeFromUtf16(text, out Rune rune, out units);
                Append(rune);
                text = text[units..];
            }
        }
    }

    /// <summary>Appends the content of a JSON string, without its quotes.</summary>
    /// <param name="utf8">Valid UTF-8.</param>
    [MethodImpl(HotPath.Compiled)]
    public void AppendText(ReadOnlySpan<byte> utf8)
    {
        int first = 0;
        for (int i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] is < (byte)' ' or (byte)'"' or (byte)'\\')
            {
                Append(utf8[first..i]);
                AppendEscaped(utf8[i]);
                first = i + 1;
            }
        }

        Append(utf8[first..]);
    }

    /// <summary>Appends a JSON string, with its quotes.</summary>
    public void AppendString(ReadOnlySpan<char> text)
    {
        Append((byte)'"');
        AppendText(text);
        Append((byte)'"');
    }

    /// <summary>
    /// Copies characters from the start of a text, up to the first one that needs an escape or more than two bytes.
    /// Most fields have no such character. This code is written by hand and optimised at its first call. The methods of
    /// the library are slow until the runtime has optimised them, which happens after some hundred thousand contacts.
    /// </summary>
    /// <returns>The number of UTF-16 code units that were read.</returns>
    [MethodImpl(HotPath.Compiled)]
    private static int CopyPlain(ReadOnlySpan<char> text, Span<byte> destination, out int written)
    {
        ref ushort source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        int read = 0;
        for (; text.Length - read >= Vector128<ushort>.Count; read += Vector128<ushort>.Count)
        {
            Vector128<ushort> eight = Vector128.LoadUnsafe(ref source, (nuint)read);
            Vector128<ushort> special = Vector128.LessThan(eight, Vector128.Create((ushort)' '))
                | Vector128.GreaterThan(eight, Vector128.Create((ushort)0x7F))
                | Vector128.Equals(eight, Vector128.Create((ushort)'"'))
                | Vector128.Equals(eight, Vector128.Create((ushort)'\\'));
            if (special != Vector128<ushort>.Zero)
            {
                break;
            }

            Vector128.Narrow(eight, eight).GetLower().CopyTo(destination[read..]);
        }

        written = read;
        for (; read < text.Length; read++)
        {
            char unit = text[read];
            if (unit is >= ' ' and < '\x80' and not ('"' or '\\'))
            {
                destination[written++] = (byte)unit;
            }
            else if (unit is >= '\x80' and < '\u0800')
            {
                destination[written++] = (byte)(0xC0 | (unit >> 6));
                destination[written++] = (byte)(0x80 | (unit & 0x3F));
            }
            else
            {
                break;
            }
        }

        return read;
    }

    private void Append(Rune rune)
    {
        Reserve(MaximumBytesPerRune);
        if (rune.IsAscii)
        {
            AppendEscaped((byte)rune.Value);
        }
        else
        {
            Length += rune.EncodeToUtf8(_bytes.AsSpan(Length));
        }
    }

    private void AppendEscaped(byte value)
    {
        switch (value)
        {
            case (byte)'"': Append("\\\""u8); break;
            case (byte)'\\': Append(@"\\"u8); break;
            case (byte)'\n': Append(@"\n"u8); break;
            case (byte)'\r': Append(@"\r"u8); break;
            case (byte)'\t': Append(@"\t"u8); break;
            case < 0x20:
                Append(@"\u00"u8);
                Append((byte)(value < 0x10 ? '0' : '1'));
                Append((byte)"0123456789abcdef"[value & 0xF]);
                break;
            default: Append(value); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int count)
    {
        int needed = checked(Length + count);
        if (needed > _bytes.Length)
        {
            Grow(needed);
        }
    }

    private void Grow(int needed) => Array.Resize(ref _bytes, Math.Max(needed, checked(_bytes.Length * 2)));
}
