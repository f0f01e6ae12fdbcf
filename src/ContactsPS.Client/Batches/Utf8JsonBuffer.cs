using System.Buffers;
using System.Text.Unicode;

namespace ContactsPS.Client;

/// <summary>
/// A growing buffer of UTF-8 JSON. Texts are written as they are: only quotes, backslashes and control characters are
/// escaped, so that accents, CJK and emoji go out as UTF-8. A lone surrogate, which UTF-8 has no form for, becomes
/// U+FFFD.
/// </summary>
internal sealed class Utf8JsonBuffer
{
    /// <summary>A UTF-16 unit takes three bytes of UTF-8 at the most.</summary>
    private const int MaximumBytesPerUnit = 3;

    /// <summary><c>\u001f</c>.</summary>
    private const int MaximumBytesPerEscape = 6;

    private static readonly SearchValues<byte> s_escaped = SearchValues.Create(EscapedBytes());

    private byte[] _bytes;

    public Utf8JsonBuffer(int capacity)
    {
        _bytes = new byte[capacity];
    }

    /// <summary>Bytes written. May be set back, to drop what was written last.</summary>
    public int Length { get; set; }

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    public void Append(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(Length));
        Length += utf8.Length;
    }

    public void Append(byte utf8)
    {
        Reserve(1);
        _bytes[Length++] = utf8;
    }

    /// <summary>Appends the inside of a JSON string, without its quotes.</summary>
    public void AppendText(ReadOnlySpan<char> text)
    {
        Reserve(text.Length * MaximumBytesPerUnit);
        Utf8.FromUtf16(text, _bytes.AsSpan(Length), out _, out int written);
        EscapeLast(written);
    }

    /// <summary>Appends a JSON string, with its quotes.</summary>
    public void AppendString(ReadOnlySpan<char> text)
    {
        Append((byte)'"');
        AppendText(text);
        Append((byte)'"');
    }

    private static byte[] EscapedBytes()
    {
        IEnumerable<byte> controls = Enumerable.Range(0, 0x20).Select(c => (byte)c);
        return [.. controls, (byte)'"', (byte)'\\'];
    }

    /// <summary>Takes in <paramref name="written"/> bytes that stand after the end, escaping them where they need it.</summary>
    private void EscapeLast(int written)
    {
        Span<byte> tail = _bytes.AsSpan(Length, written);
        int first = tail.IndexOfAny(s_escaped);
        if (first < 0)
        {
            Length += written;
            return;
        }

        byte[] raw = tail[first..].ToArray();
        Length += first;
        Reserve(raw.Length * MaximumBytesPerEscape);
        foreach (byte value in raw)
        {
            AppendEscaped(value);
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

    private void Reserve(int count)
    {
        int needed = checked(Length + count);
        if (needed > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(needed, checked(_bytes.Length * 2)));
        }
    }
}
