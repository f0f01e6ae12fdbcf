using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace ContactsPS.Client;

/// <summary>
/// Reads a text file of any encoding as UTF-8. The encoding is the one of the byte order mark, or else the one that the
/// caller gives, or else UTF-16 where every other byte at the start is zero, or else UTF-8, where invalid bytes are read as
/// Windows-1252. Valid UTF-8 is not decoded.
/// </summary>
internal sealed class Utf8Source : IDisposable
{
    private const int BlockLength = 64 * 1024;

    private static readonly (byte[] Mark, Encoding Encoding)[] s_marks =
    [
        ([0xEF, 0xBB, 0xBF], Encoding.UTF8),

        // Before UTF-16, because it begins with the mark of UTF-16.
        ([0xFF, 0xFE, 0, 0], Encoding.UTF32),
        ([0, 0, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, byteOrderMark: true)),
        ([0xFF, 0xFE], Encoding.Unicode),
        ([0xFE, 0xFF], Encoding.BigEndianUnicode),
    ];

    private readonly Stream _stream;

    /// <summary>Decodes a block of a UTF-8 file that contains invalid bytes.</summary>
    private readonly Encoding _repair;

    /// <summary>Decodes a file of another encoding. Null for UTF-8.</summary>
    private readonly Decoder? _decoder;
    private readonly byte[] _block = [];

    /// <summary>
    /// Bytes that were read and not yet returned: the start of the file, or the first part of a character.
    /// </summary>
    private byte[] _held;

    /// <summary>UTF-8 that was made and not yet returned.</summary>
    private ReadOnlyMemory<byte> _made;
    private bool _isAtEnd;

    /// <summary>Reads the start of a file to find its encoding.</summary>
    /// <param name="stream">The file. It is closed with this object.</param>
    /// <param name="encoding">The encoding of a file without a byte order mark. Null for UTF-8, Windows-1252 or UTF-16.</param>
    public Utf8Source(Stream stream, Encoding? encoding)
    {
        _stream = stream;
        byte[] start = new byte[FileKinds.SignatureLength];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        Start = start;
        (byte[]? mark, Encoding? marked) = s_marks.FirstOrDefault(known => start.AsSpan().StartsWith(known.Mark));
        _held = start[(mark?.Length ?? 0)..];
        _repair = encoding is UTF8Encoding ? encoding : FileEncoding.Utf8OrWindows1252;
        if ((marked ?? encoding ?? FileEncoding.FindUnmarked(start)) is { } other and not UTF8Encoding)
        {
            _decoder = other.GetDecoder();
            CodePage = marked is null ? other.CodePage : null;
            _block = new byte[BlockLength];
        }
        else
        {
            IsWide = FileEncoding.IsWide(start);
        }
    }

    /// <summary>
    /// Whether the start of the file is read as UTF-8, and looks like UTF-16 or UTF-32: its delimiters and line breaks stand
    /// beside a NUL.
    /// </summary>
    public bool IsWide { get; }

    /// <summary>
    /// The code page that another program must be told to read the file. Null when the file has a byte order mark, or while
    /// all that was read is valid UTF-8.
    /// </summary>
    public int? CodePage { get; private set; }

    /// <summary>The first bytes of the file, as they are in it.</summary>
    public ReadOnlyMemory<byte> Start { get; }

    /// <summary>Reads the next bytes. Returns 0 at the end of the file.</summary>
    /// <param name="destination">The buffer. It must have space for more than one character.</param>
    public int Read(Span<byte> destination)
    {
        while (_made.IsEmpty && !_isAtEnd)
        {
            int length = _decoder is null ? ReadUtf8(destination) : Decode();
            if (length > 0)
            {
                return length;
            }
        }

        int count = Math.Min(destination.Length, _made.Length);
        _made.Span[..count].CopyTo(destination);
        _made = _made[count..];
        return count;
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    /// <summary>Reads the next bytes. The bytes that were kept come first.</summary>
    private int ReadBlock(Span<byte> destination)
    {
        int held = _held.Length;
        _held.CopyTo(destination);
        _held = [];
        int length = _stream.Read(destination[held..]);
        _isAtEnd = length == 0;
        return held + length;
    }

    /// <summary>
    /// Reads valid UTF-8 directly to the destination. A block that is not valid is decoded and made valid.
    /// </summary>
    private int ReadUtf8(Span<byte> destination)
    {
        Span<byte> block = destination[..ReadBlock(destination)];
        if (!_isAtEnd)
        {
            int whole = block.Length - CountBegun(block);
            _held = block[whole..].ToArray();
            block = block[..whole];
        }

        if (Utf8.IsValid(block))
        {
            return block.Length;
        }

        CodePage = FileEncoding.Windows1252;
        _made = Encoding.UTF8.GetBytes(_repair.GetString(block));
        return 0;
    }

    /// <summary>Reads a block of another encoding, and converts it to UTF-8. It returns no bytes itself.</summary>
    private int Decode()
    {
        int length = ReadBlock(_block);
        var text = new char[_decoder!.GetCharCount(_block, 0, length, flush: _isAtEnd)];
        _decoder.GetChars(_block, 0, length, text, 0, flush: _isAtEnd);
        _made = Encoding.UTF8.GetBytes(text);
        return 0;
    }

    /// <summary>Counts the bytes at the end of a block that are the start of an incomplete character.</summary>
    [MethodImpl(HotPath.Compiled)]
    private static int CountBegun(ReadOnlySpan<byte> block)
    {
        for (int count = 1; count <= Math.Min(3, block.Length); count++)
        {
            if (block[^count] >= 0xC0)
            {
                OperationStatus status = Rune.DecodeFromUtf8(block[^count..], out _, out _);
                return status == OperationStatus.NeedMoreData ? count : 0;
            }
        }

        return 0;
    }
}
