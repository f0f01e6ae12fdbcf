using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace ContactsPS.Client;

/// <summary>
/// The text of a file as UTF-8, whatever the file is encoded in. The byte order mark says so, or else the caller, or else
/// it is taken for UTF-8, with what isn't read as Windows-1252. UTF-8 that is sound is passed on as it is, not decoded.
/// </summary>
internal sealed class Utf8Source : IDisposable
{
    private const int BlockLength = 64 * 1024;

    private static readonly (byte[] Mark, Encoding Encoding)[] s_marks =
    [
        ([0xEF, 0xBB, 0xBF], Encoding.UTF8),

        // Before UTF-16, whose mark it begins with.
        ([0xFF, 0xFE, 0, 0], Encoding.UTF32),
        ([0, 0, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, byteOrderMark: true)),
        ([0xFF, 0xFE], Encoding.Unicode),
        ([0xFE, 0xFF], Encoding.BigEndianUnicode),
    ];

    private readonly Stream _stream;

    /// <summary>Reads what is no sound UTF-8 in a file that is.</summary>
    private readonly Encoding _repair;

    /// <summary>Reads a file of another encoding; null where it is UTF-8.</summary>
    private readonly Decoder? _decoder;
    private readonly byte[] _block = [];

    /// <summary>Bytes of the file that were read and not yet given: its beginning, or the first part of a character.</summary>
    private byte[] _held;

    /// <summary>UTF-8 that was made and not yet given.</summary>
    private ReadOnlyMemory<byte> _made;
    private bool _isAtEnd;

    /// <summary>Reads the beginning of a file, to see what it is encoded in.</summary>
    /// <param name="stream">The file; closed with this.</param>
    /// <param name="encoding">What it is encoded in where no mark says so; null: UTF-8, or Windows-1252.</param>
    public Utf8Source(Stream stream, Encoding? encoding)
    {
        _stream = stream;
        byte[] start = new byte[FileKinds.SignatureLength];
        start = start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        Start = start;
        (byte[]? mark, Encoding? marked) = s_marks.FirstOrDefault(known => start.AsSpan().StartsWith(known.Mark));
        _held = start[(mark?.Length ?? 0)..];
        _repair = encoding is UTF8Encoding ? encoding : FileEncoding.Utf8OrWindows1252;
        if ((marked ?? encoding) is { } other and not UTF8Encoding)
        {
            _decoder = other.GetDecoder();
            _block = new byte[BlockLength];
        }
    }

    /// <summary>The first bytes of the file, as they are in it.</summary>
    public ReadOnlyMemory<byte> Start { get; }

    /// <summary>Gives the next bytes; 0 at the end.</summary>
    /// <param name="destination">Room for more than one character.</param>
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

    /// <summary>Reads on; what was held stands before it.</summary>
    private int ReadBlock(Span<byte> destination)
    {
        int held = _held.Length;
        _held.CopyTo(destination);
        _held = [];
        int length = _stream.Read(destination[held..]);
        _isAtEnd = length == 0;
        return held + length;
    }

    /// <summary>Reads sound UTF-8 straight to where it is wanted; where it isn't sound, makes it so.</summary>
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

        _made = Encoding.UTF8.GetBytes(_repair.GetString(block));
        return 0;
    }

    /// <summary>Reads a block of another encoding, and makes UTF-8 of it; gives none itself.</summary>
    private int Decode()
    {
        int length = ReadBlock(_block);
        var text = new char[_decoder!.GetCharCount(_block, 0, length, flush: _isAtEnd)];
        _decoder.GetChars(_block, 0, length, text, 0, flush: _isAtEnd);
        _made = Encoding.UTF8.GetBytes(text);
        return 0;
    }

    /// <summary>How many bytes at the end of a block are the first ones of a character that goes on behind it.</summary>
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
