using System.Runtime.CompilerServices;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Reads a delimited contact file row by row: a header, quoted fields with delimiters, quotes and line breaks in them,
/// blank lines, and rows of nothing but delimiters, passed over. A field stays text as it stands in the file, and is not
/// decoded: it is UTF-8 on its way in and on its way out. For one thread.
/// </summary>
public sealed class ContactFileReader : ColumnRows
{
    /// <summary>Bytes that are read at once.</summary>
    private const int BufferLength = 128 * 1024;

    /// <summary>The longest row, in bytes. A quoted field that is longer is a quote that is never closed.</summary>
    private const int MaximumRowLength = 4 * 1024 * 1024;

    /// <summary>Ctrl+Z: what DOS ends text files with, and programs of its age still do.</summary>
    private const byte EndMark = 0x1A;

    private readonly Stream _stream;
    private readonly Utf8Source _source;
    private readonly DelimitedRow _row;
    private readonly string[] _columns;

    /// <summary>The current row and what was read behind it.</summary>
    private byte[] _buffer = new byte[BufferLength];
    private int _start;
    private int _length;
    private int _end;
    private bool _isAtEnd;
    private long _line;
    private long _nextLine = 1;

    /// <summary>Reads from a stream, which is closed with the reader.</summary>
    /// <exception cref="ContactsException">
    /// FileMalformed: it is empty, it is a workbook, or its header is misquoted. DelimiterInvalid. HeaderInvalid.
    /// </exception>
    public ContactFileReader(Stream stream, ContactFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        _source = new Utf8Source(stream, options?.Encoding);
        while (_end < FileOpening.LookAhead && !_isAtEnd)
        {
            Fill();
        }

        _start = FileOpening.MeasureMarks(Unread);
        int note = FileOpening.MeasureNote(Unread, out char? noted);
        _start += note;
        _nextLine += note > 0 ? 1 : 0;
        Delimiter = options?.Delimiter ?? noted ?? FileOpening.FindDelimiter(Unread, options?.Header);
        if (!char.IsAscii(Delimiter) || char.IsLetterOrDigit(Delimiter) || Delimiter is '"' or '\r' or '\n')
        {
            throw new ContactsException(
                ErrorIds.DelimiterInvalid,
                "A letter, a digit, a quote, a line break or a character that is not ASCII can't stand between two fields. Give another -Delimiter.");
        }

        _row = new DelimitedRow((byte)Delimiter);
        _columns = options?.Header is { } names ? GiveHeader(names) : ReadHeader();
    }

    /// <summary>The names of the columns, in their order. A column without a name is called H and its place, as Import-Csv does.</summary>
    public override IReadOnlyList<string> Columns => _columns;

    /// <inheritdoc/>
    public override long LineNumber => _line;

    /// <inheritdoc/>
    public override char Delimiter { get; }

    /// <summary>The current row as it stands in the file, its line end included. Valid until the next <see cref="Read"/>.</summary>
    public override ReadOnlySpan<byte> RawRow => Unread[.._length];

    /// <inheritdoc/>
    public override bool IsPlain => _row.IsPlain;

    /// <inheritdoc/>
    public override double? Progress => _stream.CanSeek && _stream.Length > 0 ? (double)_stream.Position / _stream.Length : null;

    /// <summary>The current row and all that was read behind it.</summary>
    private ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Opens a file of delimited text: <see cref="ContactFile.Open"/>, whatever its extension.</summary>
    public static ContactFileReader Open(string path, ContactFileOptions? options = null, CancellationToken cancellationToken = default) =>
        ContactFile.Open(path, stream => new ContactFileReader(stream, options), cancellationToken);

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="ContactsException">FileMalformed: a line is over 4 million bytes long.</exception>
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
            return "a quote is not closed, or text follows a closing quote, or a blank precedes an opening one; a quote inside a quoted field is written twice";
        }

        for (int i = _columns.Length; i < _row.FieldCount; i++)
        {
            // Empty fields at the end are only a delimiter too many.
            if (!GetField(i).IsEmpty)
            {
                return $"the row has more fields than the header has columns ({_columns.Length}), so which is which can't be told; is there a delimiter in a field that should be quoted?";
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

        // What stands behind the last column is not lost: it is in that one. Empty fields at the end are nothing.
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

    /// <summary>Counts the columns of the first row, which stays to be read.</summary>
    private string[] GiveHeader(IReadOnlyList<string> names)
    {
        int width = Read() ? _row.FieldCount : 0;
        _length = 0;
        _nextLine = _line;
        _line = 0;
        return [.. Header.Give(names, width)];
    }

    /// <summary>Cuts the row that begins at the start; false where there is none.</summary>
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
    /// Cuts the row as if the file ended here: where it is a quote that isn't closed, it costs the line it stands on.
    /// </summary>
    private void CutEndless()
    {
        _row.TryCut(Unread, isLast: true);
        if (_row.Length == Unread.Length)
        {
            throw new ContactsException(
                ErrorIds.FileMalformed,
                $"The row that begins on line {_line} doesn't end within {MaximumRowLength} bytes. Is it a text file?");
        }
    }

    /// <summary>Reads on behind what was read, which is moved to the beginning of the buffer.</summary>
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
