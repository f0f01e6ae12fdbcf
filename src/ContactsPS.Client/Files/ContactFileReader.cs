using System.Runtime.CompilerServices;
using Sylvan.Data.Csv;

namespace ContactsPS.Client;

/// <summary>
/// Reads a delimited contact file row by row: a header, quoted fields with delimiters, quotes and line breaks in them,
/// blank lines passed over. A field stays text as it stands in the file. For one thread.
/// </summary>
public sealed class ContactFileReader : ContactRows
{
    /// <summary>UTF-16 units that are read at once.</summary>
    private const int BufferLength = 128 * 1024;

    /// <summary>The longest row, in UTF-16 units. A longer one is a quote that is never closed.</summary>
    private const int MaximumRowLength = 4 * 1024 * 1024;

    private readonly Stream _stream;
    private readonly CsvDataReader _csv;
    private readonly string[] _columns;
    private CsvDataReader _row;
    private BrokenRecord? _broken;
    private bool _hasBadQuotes;
    private long _line;
    private long _nextLine = 1;

    /// <summary>Reads from a stream, which is closed with the reader.</summary>
    /// <exception cref="ContactsException">FileMalformed: it is empty, or two columns have one name.</exception>
    public ContactFileReader(Stream stream, ContactFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream;
        var text = new StreamReader(stream, options?.Encoding ?? FileEncoding.Utf8OrWindows1252, detectEncodingFromByteOrderMarks: true, BufferLength);
        TextReader rows = FileOpening.Look(text, out int skippedLines, out char found);
        _nextLine += skippedLines;
        Delimiter = options?.Delimiter ?? found;
        if (char.IsLetterOrDigit(Delimiter) || Delimiter is '"' or '\r' or '\n')
        {
            throw new ContactsException(
                ErrorIds.DelimiterInvalid, "A letter, a digit, a quote or a line break can't stand between two fields. Give another -Delimiter.");
        }

        _csv = _row = OpenFile(rows);
        _columns = ReadHeader();
    }

    /// <summary>The names of the columns, in their order. A column without a name is called H and its place, as Import-Csv does.</summary>
    public override IReadOnlyList<string> Columns => _columns;

    /// <inheritdoc/>
    public override long LineNumber => _line;

    /// <inheritdoc/>
    public override char Delimiter { get; }

    /// <summary>The current row as it stands in the file, its line end included. Valid until the next <see cref="Read"/>.</summary>
    public override ReadOnlySpan<char> RawRow => _row.GetRawRecordSpan();

    /// <inheritdoc/>
    public override double? Progress => _stream.CanSeek && _stream.Length > 0 ? (double)_stream.Position / _stream.Length : null;

    /// <summary>Opens a file of delimited text: <see cref="ContactFile.Open"/>, whatever its extension.</summary>
    public static ContactFileReader Open(string path, ContactFileOptions? options = null, CancellationToken cancellationToken = default) =>
        ContactFile.Open(path, stream => new ContactFileReader(stream, options), cancellationToken);

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="ContactsException">FileMalformed: a quote is opened and not closed for over 4 million characters.</exception>
    [MethodImpl(HotPath.Compiled)]
    public override bool Read()
    {
        while (ReadRecord())
        {
            if (!IsBlankLine())
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    [MethodImpl(HotPath.Compiled)]
    public override ReadOnlySpan<char> GetField(int column) =>
        column < _row.RowFieldCount ? _row.GetFieldSpan(column) : default;

    /// <inheritdoc/>
    internal override string[] ParseRow(string rawRow)
    {
        // In a row whose quotes don't close, the end of the line would be part of the last field.
        using CsvDataReader row = OpenRows(new StringReader(rawRow.TrimEnd('\r', '\n')), Delimiter);
        var fields = new string[_columns.Length];
        bool isThere = row.Read();
        for (int i = 0; i < fields.Length; i++)
        {
            fields[i] = isThere && i < row.RowFieldCount ? row.GetFieldSpan(i).ToString() : string.Empty;
        }

        // What stands behind the last column is not lost: it is in that one.
        for (int i = fields.Length; isThere && i < row.RowFieldCount; i++)
        {
            fields[^1] = $"{fields[^1]}{Delimiter}{row.GetFieldSpan(i)}";
        }

        return fields;
    }

    /// <inheritdoc/>
    [MethodImpl(HotPath.Compiled)]
    internal override string? FindProblem()
    {
        if (_hasBadQuotes)
        {
            return "a quote is not closed, or text follows a closing quote, or a blank precedes an opening one; a quote inside a quoted field is written twice";
        }

        for (int i = _columns.Length; i < _row.RowFieldCount; i++)
        {
            // Empty fields at the end are only a delimiter too many.
            if (!_row.GetFieldSpan(i).IsEmpty)
            {
                return $"the row has more fields than the header has columns ({_columns.Length}), so which is which can't be told; is there a delimiter in a field that should be quoted?";
            }
        }

        return null;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _csv.Dispose();
        }
    }

    private static CsvDataReader OpenRows(TextReader rows, char delimiter) => CsvDataReader.Create(rows, new CsvDataReaderOptions
    {
        Delimiter = delimiter,

        // The header is read as a row: its names may be missing, and its columns are looked up by place.
        HasHeaders = false,

        // Misquoted rows are found by FindProblem and rejected one by one; the strict style would end the file at the first.
        CsvStyle = CsvStyle.Lax,

        // No row is a comment, whatever it begins with: this is no character, so no file holds it.
        Comment = '\uFFFF',
        BufferSize = BufferLength,
        MaxBufferSize = MaximumRowLength,
    });

    private string[] ReadHeader()
    {
        if (!Read())
        {
            throw new ContactsException(ErrorIds.FileMalformed, "The file is empty: it has no header.");
        }

        string[] cells = [.. Enumerable.Range(0, _row.RowFieldCount).Select(i => _row.GetFieldSpan(i).ToString())];
        return [.. Header.Name(cells)];
    }

    [MethodImpl(HotPath.Compiled)]
    private bool ReadRecord()
    {
        _line = _nextLine;
        if (!ReadBroken())
        {
            _row = _csv;
            if (!ReadFile())
            {
                return false;
            }
        }

        _hasBadQuotes = !QuotedFields.AreSound(RawRow, Delimiter);
        if (_hasBadQuotes && RawRow.TrimEnd("\r\n").Contains('\n'))
        {
            // The quote took the rows behind it along. Only its own line is to blame: the others are read again.
            _broken = new BrokenRecord(RawRow.ToString());
            _row = _broken.ReadFirstLine(Delimiter);
        }

        _nextLine += Math.Max(1, RawRow.Count('\n'));
        return true;
    }

    /// <summary>Goes on in the lines that a quote took along; false where there are none, or no more.</summary>
    private bool ReadBroken()
    {
        if (_broken?.Read(Delimiter) is { } row)
        {
            _row = row;
            return true;
        }

        _broken = null;
        return false;
    }

    [MethodImpl(HotPath.Compiled)]
    private bool ReadFile()
    {
        try
        {
            return _csv.Read();
        }
        catch (CsvRecordTooLargeException error)
        {
            throw TooLong(_line, error);
        }
    }

    private CsvDataReader OpenFile(TextReader rows)
    {
        try
        {
            return OpenRows(rows, Delimiter);
        }
        catch (CsvRecordTooLargeException error)
        {
            throw TooLong(_nextLine, error);
        }
    }

    private static ContactsException TooLong(long line, Exception error) => new(
        ErrorIds.FileMalformed,
        $"The row that begins on line {line} doesn't end within {MaximumRowLength} characters. Is there a quote that is never closed, or another delimiter?",
        error);

    [MethodImpl(HotPath.Compiled)]
    private bool IsBlankLine() => _row.RowFieldCount <= 1 && RawRow is "" or "\n" or "\r\n" or "\r";

    /// <summary>Lines that were read as one row because of a quote that isn't closed.</summary>
    private sealed class BrokenRecord(string text)
    {
        private int _position;
        private CsvDataReader? _rows;

        /// <summary>Gives the first line that is left, as a row by itself; the others are read again behind it.</summary>
        public CsvDataReader ReadFirstLine(char delimiter)
        {
            int end = text.IndexOf('\n', _position) + 1;
            end = end > 0 ? end : text.Length;
            CsvDataReader line = OpenRows(new StringReader(text[_position..end]), delimiter);
            line.Read();
            _position = end;
            _rows = null;
            return line;
        }

        /// <summary>Goes to the next row; null at the end.</summary>
        public CsvDataReader? Read(char delimiter)
        {
            if (_position == text.Length)
            {
                return null;
            }

            _rows ??= OpenRows(new StringReader(text[_position..]), delimiter);
            if (!_rows.Read())
            {
                _position = text.Length;
                return null;
            }

            ReadOnlySpan<char> row = _rows.GetRawRecordSpan();
            if (!QuotedFields.AreSound(row, delimiter) && row.TrimEnd("\r\n").Contains('\n'))
            {
                return ReadFirstLine(delimiter);
            }

            _position += row.Length;
            return _rows;
        }
    }
}
