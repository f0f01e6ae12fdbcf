using System.Runtime.CompilerServices;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Reads a delimited contact file row by row. The file has a header. Quoted fields can contain delimiters, quotes and
/// line breaks. Blank lines, and rows that contain only delimiters, are skipped. A field is not decoded: it is UTF-8
/// both in the buffer and in the request. This class is not thread-safe.
/// </summary>
public sealed class DelimitedFileReader : ColumnRows
{
    /// <summary>The initial length of the buffer, in bytes.</summary>
    private const int BufferLength = 128 * 1024;

    /// <summary>
    /// The maximum length of a row, in bytes. A longer quoted field is a quote that was never closed.
    /// </summary>
    private const int MaximumRowLength = 4 * 1024 * 1024;

    /// <summary>Ctrl+Z. DOS ended text files with it, and some old programs still do.</summary>
    private const byte EndMark = 0x1A;

    private readonly Stream _stream;
    private readonly Utf8Source _source;
    private readonly DelimitedRow _row;
    private readonly string[] _columns;

    /// <summary>The current row, and the bytes that were read after it.</summary>
    private byte[] _buffer = new byte[BufferLength];
    private int _start;
    private int _length;
    private int _end;
    private bool _isAtEnd;
    private long _line;
    private long _nextLine = 1;

    /// <summary>Creates a reader for a stream. The stream is closed with the reader.</summary>
    /// <exception cref="ContactsException">
    /// FileMalformed: the file is empty or is a workbook, the quotes in its header are wrong, or two columns have the
    /// same name. DelimiterInvalid.
    /// </exception>
    public DelimitedFileReader(Stream stream, ContactFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _source = new Utf8Source(stream, options?.Encoding);
        while (_end < FileOpening.LookAhead && !_isAtEnd)
        {
            Fill();
        }

        _start = FileOpening.MeasureNote(Unread, out char? noted);
        _nextLine += _start > 0 ? 1 : 0;
        Delimiter = options?.Delimiter ?? noted ?? FileOpening.FindDelimiter(Unread);
        if (!char.IsAscii(Delimiter) || char.IsLetterOrDigit(Delimiter) || Delimiter is '"' or '\r' or '\n')
        {
            throw new ContactsException(
                ErrorIds.DelimiterInvalid,
                "The delimiter can't be a letter, a digit, a quote, a line break or a character that is not ASCII.");
        }

        _row = new DelimitedRow((byte)Delimiter);
        _columns = ReadHeader();
    }

    /// <summary>
    /// The names of the columns, in order. A column without a name gets the name H and its position, as in Import-Csv.
    /// </summary>
    public override IReadOnlyList<string> Columns => _columns;

    /// <inheritdoc/>
    public override long LineNumber => _line;

    /// <inheritdoc/>
    public override char Delimiter { get; }

    /// <summary>
    /// The current row as it is in the file, with its line end. It is valid until the next <see cref="Read"/>.
    /// </summary>
    public override ReadOnlySpan<byte> RawRow => Unread[.._length];

    /// <inheritdoc/>
    public override bool IsPlain => _row.IsPlain;

    /// <inheritdoc/>
    public override double? Progress => _stream.CanSeek && _stream.Length > 0 ? (double)_stream.Position / _stream.Length : null;

    /// <summary>The current row, and all bytes that were read after it.</summary>
    private ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Opens a file of delimited text, with any extension. See <see cref="ContactFile.Open"/>.</summary>
    public static DelimitedFileReader Open(string path, ContactFileOptions? options = null, CancellationToken cancellationToken = default) =>
        ContactFile.Open(path, stream => new DelimitedFileReader(stream, options), cancellationToken);

    /// <summary>Reads the next row. False at the end of the file.</summary>
    /// <exception cref="ContactsException">FileMalformed: a row is longer than 4 MiB.</exception>
    [MethodImpl(HotPath.Compiled)]
    public override bool Read()
    {
        do
        {
            _start += _length;
            _length = 0;
            _line = _nextLine;
            if (!Cut())
            {
                return false;
            }

            _length = _row.Length;
            _nextLine += _row.LineCount;
        }
        while (_row.IsEmpty());

        return true;
    }

    /// <inheritdoc/>
    [MethodImpl(HotPath.Compiled)]
    public override ReadOnlySpan<byte> GetField(int column) => _row.GetField(Unread, column);

    /// <inheritdoc/>
    [MethodImpl(HotPath.Compiled)]
    public override string? FindProblem(ColumnMap? used = null)
    {
        if (!_row.IsSound)
        {
            return "a quote is not closed, or text follows a closing quote, or a space precedes an opening quote; a quote inside a quoted field must be written twice";
        }

        for (int i = _columns.Length; i < _row.FieldCount; i++)
        {
            // Empty fields at the end are only extra delimiters.
            if (!GetField(i).IsEmpty)
            {
                return $"the row has more fields than the header has columns ({_columns.Length}), so the columns of its fields are not known; a field with a delimiter must be quoted";
            }
        }

        return null;
    }

    /// <inheritdoc/>
    internal override string[] ParseRow(ReadOnlySpan<byte> rawRow)
    {
        var row = new DelimitedRow((byte)Delimiter);
        row.TryCut(rawRow, isLast: true);
        var fields = new string[_columns.Length];
        for (int i = 0; i < fields.Length; i++)
        {
            fields[i] = Encoding.UTF8.GetString(row.GetField(rawRow, i));
        }

        // The text after the last column is not lost: it is added to that column. Empty fields at the end are ignored.
        int count = row.FieldCount;
        while (count > fields.Length && row.GetField(rawRow, count - 1).IsEmpty)
        {
            count--;
        }

        for (int i = fields.Length; i < count; i++)
        {
            fields[^1] = $"{fields[^1]}{Delimiter}{Encoding.UTF8.GetString(row.GetField(rawRow, i))}";
        }

        return fields;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _source.Dispose();
        }
    }

    private string[] ReadHeader()
    {
        if (!Read())
        {
            throw new ContactsException(ErrorIds.FileMalformed, "The file is empty: it has no header.");
        }

        if (!_row.IsSound)
        {
            throw new ContactsException(ErrorIds.FileMalformed, $"The header, on line {_line}, can't be read: {FindProblem()}.");
        }

        string[] cells = [.. Enumerable.Range(0, _row.FieldCount).Select(GetText)];
        return [.. Header.Name(cells)];
    }

    /// <summary>Splits the row at the start of the unread bytes. False when there is no row.</summary>
    [MethodImpl(HotPath.Compiled)]
    private bool Cut()
    {
        while (_start == _end || !_row.TryCut(Unread, _isAtEnd))
        {
            if (_isAtEnd)
            {
                return false;
            }

            if (_end - _start >= MaximumRowLength)
            {
                CutEndless();
                return true;
            }

            Fill();
        }

        return true;
    }

    /// <summary>
    /// Splits the row as if the file ended here. If the cause is a quote that isn't closed, only the line of the quote
    /// is malformed.
    /// </summary>
    private void CutEndless()
    {
        _row.TryCut(Unread, isLast: true);
        if (_row.Length == Unread.Length)
        {
            throw new ContactsException(
                ErrorIds.FileMalformed,
                $"The row that begins on line {_line} doesn't end within {MaximumRowLength} bytes. The file may not be a text file.");
        }
    }

    /// <summary>Reads more bytes. The unread bytes are first moved to the start of the buffer.</summary>
    private void Fill()
    {
        Unread.CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        if (_buffer.Length - _end < BufferLength / 2)
        {
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        }

        int length = _source.Read(_buffer.AsSpan(_end));
        _isAtEnd = length == 0;
        _end += length;
        if (_isAtEnd && (Unread is [EndMark] or [.., (byte)'\r' or (byte)'\n', EndMark]))
        {
            _end--;
        }
    }
}
