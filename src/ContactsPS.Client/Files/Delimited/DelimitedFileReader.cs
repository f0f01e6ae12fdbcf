using System.Runtime.CompilerServices;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Reads a delimited contact file row by row: a header, quoted fields with delimiters, quotes and line breaks in them,
/// blank lines, and rows of nothing but delimiters, passed over. A field stays text as it stands in the file, and is not
/// decoded: it is UTF-8 on its way in and on its way out. For one thread.
/// </summary>
public sealed class DelimitedFileReader : ContactRows
{
    private readonly Utf8Window _window;
    private readonly DelimitedRow _row;
    private readonly string[] _columns;

    /// <summary>The length of the current row, in bytes.</summary>
    private int _length;
    private long _line;
    private long _nextLine = 1;

    /// <summary>Reads from a stream, which is closed with the reader.</summary>
    /// <exception cref="ContactsException">
    /// FileMalformed: it is empty, it is a workbook, its header is misquoted, or two columns have one name.
    /// DelimiterInvalid.
    /// </exception>
    public DelimitedFileReader(Stream stream, ContactFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _window = new Utf8Window(stream, new Utf8Source(stream, options?.Encoding), FileOpening.LookAhead);
        FileKinds.CheckIsText(_window.FindKind());
        int note = FileOpening.MeasureNote(_window.Unread, out char? noted);
        _window.Pass(note);
        _nextLine += note > 0 ? 1 : 0;
        Delimiter = options?.Delimiter ?? noted ?? FileOpening.FindDelimiter(_window.Unread);
        if (!char.IsAscii(Delimiter) || char.IsLetterOrDigit(Delimiter) || Delimiter is '"' or '\r' or '\n')
        {
            throw new ContactsException(
                ErrorIds.DelimiterInvalid,
                "A letter, a digit, a quote, a line break or a character that is not ASCII can't be a delimiter.");
        }

        _row = new DelimitedRow((byte)Delimiter);
        _columns = ReadHeader();
    }

    /// <summary>The names of the columns, in their order. A column without a name is called H and its place, as Import-Csv does.</summary>
    public override IReadOnlyList<string> Columns => _columns;

    /// <inheritdoc/>
    public override long LineNumber => _line;

    /// <inheritdoc/>
    public override char Delimiter { get; }

    /// <summary>The current row as it stands in the file, its line end included. Valid until the next <see cref="Read"/>.</summary>
    public override ReadOnlySpan<byte> RawRow => _window.Unread[.._length];

    /// <inheritdoc/>
    public override bool IsPlain => _row.IsPlain;

    /// <inheritdoc/>
    public override double? Progress => _window.Progress;

    /// <summary>Opens a file of delimited text: <see cref="ContactFile.Open"/>, whatever its extension.</summary>
    public static DelimitedFileReader Open(string path, ContactFileOptions? options = null, CancellationToken cancellationToken = default) =>
        ContactFile.Open(path, stream => new DelimitedFileReader(stream, options), cancellationToken);

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="ContactsException">FileMalformed: a line is over 4 million bytes long.</exception>
    [MethodImpl(HotPath.Compiled)]
    public override bool Read()
    {
        do
        {
            _window.Pass(_length);
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
    public override ReadOnlySpan<byte> GetField(int column) => _row.GetField(_window.Unread, column);

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
    internal override SourceRow ParseRow(ReadOnlySpan<byte> rawRow, long lineNumber)
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

        return new SourceRow(_columns, fields, lineNumber);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _window.Dispose();
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

    /// <summary>Cuts the row that begins at the start; false where there is none.</summary>
    [MethodImpl(HotPath.Compiled)]
    private bool Cut()
    {
        while (_window.Unread.IsEmpty || !_row.TryCut(_window.Unread, _window.IsAtEnd))
        {
            if (_window.IsAtEnd)
            {
                return false;
            }

            if (_window.Unread.Length >= Utf8Window.MaximumRowLength)
            {
                CutEndless();
                return true;
            }

            _window.Fill();
        }

        return true;
    }

    /// <summary>
    /// Cuts the row as if the file ended here: where it is a quote that isn't closed, it costs the line it stands on.
    /// </summary>
    private void CutEndless()
    {
        _row.TryCut(_window.Unread, isLast: true);
        if (_row.Length == _window.Unread.Length)
        {
            throw new ContactsException(
                ErrorIds.FileMalformed,
                $"The row that begins on line {_line} doesn't end within {Utf8Window.MaximumRowLength} bytes. Is it a text file?");
        }
    }
}
