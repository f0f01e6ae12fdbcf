using System.Runtime.CompilerServices;

namespace ContactsPS.Client;

/// <summary>
/// The part of a file that is in memory: what was read and not yet passed, as UTF-8. It grows only while a row is longer
/// than it, so a file is read in constant memory.
/// </summary>
internal sealed class Utf8Window : IDisposable
{
    /// <summary>The longest row, in bytes.</summary>
    public const int MaximumRowLength = 4 * 1024 * 1024;

    /// <summary>Bytes that are read at once.</summary>
    private const int InitialLength = 128 * 1024;

    /// <summary>Ctrl+Z: DOS ends text files with it, and some programs still do.</summary>
    private const byte EndMark = 0x1A;

    private readonly Stream _stream;
    private readonly Utf8Source _source;
    private byte[] _buffer = new byte[InitialLength];
    private int _start;
    private int _end;

    /// <summary>Reads the beginning of a file.</summary>
    /// <param name="stream">The file; closed with this.</param>
    /// <param name="source">Its text as UTF-8.</param>
    /// <param name="lookAhead">How many bytes to read at once, or fewer when the file is shorter.</param>
    public Utf8Window(Stream stream, Utf8Source source, int lookAhead)
    {
        _stream = stream;
        _source = source;
        while (_end < lookAhead && !IsAtEnd)
        {
            Fill();
        }
    }

    /// <summary>What the file is, by its first bytes.</summary>
    public FileKind FindKind()
    {
        // The kind of text in another encoding is found in its UTF-8. The kind of other data is found in the bytes of the file.
        FileKind kind = FileKinds.Find(_source.Start.Span);
        return FileKinds.HasBinarySignature(_source.Start.Span) ? FileKind.Binary
            : kind is FileKind.Text or FileKind.Binary ? (_source.IsWide ? FileKind.WideText : FileKinds.Find(Unread))
            : kind == FileKind.Archive && _stream.CanSeek ? FileKinds.FindInArchive(_stream)
            : kind;
    }

    /// <summary>What was read and not yet passed.</summary>
    public ReadOnlySpan<byte> Unread
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(_buffer, _start, _end - _start);
    }

    /// <inheritdoc cref="Utf8Source.CodePage"/>
    public int? CodePage => _source.CodePage;

    /// <summary>Whether nothing follows <see cref="Unread"/>.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>How much of the file was read, from 0 to 1; null when its length isn't known.</summary>
    public double? Progress => _stream.CanSeek && _stream.Length > 0 ? (double)_stream.Position / _stream.Length : null;

    /// <summary>Passes bytes: they are not read again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pass(int length) => _start += length;

    /// <summary>Reads on. What is unread stays in memory, and may move there.</summary>
    public void Fill()
    {
        if (_start > 0)
        {
            Unread.CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_buffer.Length - _end < InitialLength / 2)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        int length = _source.Read(_buffer.AsSpan(_end));
        IsAtEnd = length == 0;
        _end += length;
        if (IsAtEnd && (Unread is [EndMark] or [.., (byte)'\r' or (byte)'\n', EndMark]))
        {
            _end--;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
