using System.Runtime.CompilerServices;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Reads a delimited contact file row by row. The file has a header. Quoted fields can contain delimiters, quotes and
/// line breaks. Blank lines, and rows that contain only delimiters, are skipped. A field is not decoded: it is UTF-8
/// both in the buffer and in the request. This class is not thread-safe.
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

    /// <summary>Creates a reader for a stream. The stream is closed with the reader.</summary>
    /// <exception cref="ContactsException">
    /// FileMalformed: the file is empty or is a workbook, the quotes in its header are wrong, or two columns have the
    /// same name. DelimiterInvalid.
    /// </exception>
    public DelimitedFileReader(Stream stream, ContactFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _window = new Utf8Window(stream, new Utf8Source(stream, options?.Encoding), FileOpening.LookAhead);
        FileKinds.CheckIsText(_window.FindKind());
        _window.Pass(FileOpening.MeasureMarks(_window.Unread));
        int note = FileOpening.MeasureNote(_window.Unread, out char? noted);
        _window.Pass(note);
        _nextLine += note > 0 ? 1 : 0;
        Delimiter = FieldDelimiter.Check(options?.Delimiter ?? noted ?? FileOpening.FindDelimiter(_window.Unread, options?.Header));
        _row = new DelimitedRow((byte)Delimiter);
        IsHeaderRead = options?.Header is null;
        _columns = options?.Header is { } names ? TakeHeader(names) : ReadHeader();
    }

    /// <summary>
    /// The names of the columns, in order. A column without a name gets the name H and its position, as in Import-Csv.
    /// </summary>
    public override IReadOnlyList<string> Columns => _columns;

    /// <inheritdoc/>
    public override long LineNumber => _line;

    /// <summary>The bytes of the current row in the file, with its line end. Valid until the next <see cref="Read"/>.</summary>
    public override ReadOnlySpan<byte> RawRow => _window.Unread[.._length];

    /// <inheritdoc/>
    public override bool IsPlain => _row.IsPlain;

    /// <inheritdoc/>
    public override double? Progress => _window.Progress;

    /// <summary>Opens a file of delimited text, with any extension. See <see cref="ContactFile.Open(string, ContactFileOptions?, CancellationToken)"/>.</summary>
    public static DelimitedFileReader Open(string path, ContactFileOptions? options = null, CancellationToken cancellationToken = default) =>
        ContactFile.Open(path, source => new DelimitedFileReader(source.Stream, options), cancellationToken);

    /// <summary>Reads the next row. False at the end of the file.</summary>
    /// <exception cref="ContactsException">FileMalformed: a row is longer than 4 MiB.</exception>
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
    public override ContactsException Explain(ContactsException problem) =>
        problem is PhoneNumberColumnException { Delimiter: char delimiter } && RawRow.StartsWith((byte)'"')
            ? new QuotedLinesException(delimiter, problem) { CodePage = _window.CodePage } : base.Explain(problem);

    /// <inheritdoc/>
    internal override bool IsHeaderRead { get; }

    /// <inheritdoc/>
    internal override PeekedRow? PeekNext() => Peek(1, Delimiter).FirstOrDefault();

    /// <inheritdoc/>
    internal override IReadOnlyList<PeekedRow> PeekHeaders() => Peek(HeaderSearch.MaximumRows, delimiter: null);

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

        // The text after the last column is not lost: it is added to that column. Empty fields at the end are ignored.
        int count = row.FieldCount;
        while (count > fields.Length && row.GetField(rawRow, count - 1).IsEmpty)
        {
            count--;
        }

        if (count > fields.Length)
        {
            var last = new StringBuilder(fields[^1]);
            for (int i = fields.Length; i < count; i++)
            {
                last.Append(Delimiter).Append(Encoding.UTF8.GetString(row.GetField(rawRow, i)));
            }

            fields[^1] = last.ToString();
        }

        return new SourceRow(PropertyNames, fields, lineNumber);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _window.Dispose();
        }
    }

    /// <summary>Splits the next rows that are in memory, and reads none of them.</summary>
    /// <param name="maximum">How many rows.</param>
    /// <param name="delimiter">The delimiter. Null to find the one of each row, as if it were the header.</param>
    private List<PeekedRow> Peek(int maximum, char? delimiter)
    {
        List<PeekedRow> rows = [];
        ReadOnlySpan<byte> text = _window.Unread[_length..];
        for (long line = _nextLine; rows.Count < maximum && !text.IsEmpty;)
        {
            char used = delimiter ?? FileOpening.FindDelimiter(text, names: null);
            var row = new DelimitedRow((byte)used);
            row.TryCut(text, isLast: true);
            if (!row.IsEmpty())
            {
                var cells = new string[row.FieldCount];
                for (int i = 0; i < cells.Length; i++)
                {
                    cells[i] = Encoding.UTF8.GetString(row.GetField(text, i));
                }

                rows.Add(new PeekedRow(line, cells, used, _window.CodePage));
            }

            line += row.LineCount;
            text = text[row.Length..];
        }

        return rows;
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

    /// <summary>
    /// Counts the columns of the first row, which is read again as a contact. The rejects file of a file without a header has
    /// one, which is used as the header: the same command can read that file.
    /// </summary>
    private string[] TakeHeader(IReadOnlyList<string> names)
    {
        int width = Read() ? _row.FieldCount : 0;
        string[] cells = [.. Enumerable.Range(0, width).Select(GetText)];
        if (RejectsColumns.AreThoseOf(cells) && cells.Take(names.Count).SequenceEqual(names, StringComparer.OrdinalIgnoreCase))
        {
            return cells;
        }

        _length = 0;
        _nextLine = _line;
        _line = 0;
        return [.. Header.Give(names, width)];
    }

    /// <summary>Splits the row at the start of the unread bytes. False when there is no row.</summary>
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
    /// Splits the row as if the file ended here. If the cause is a quote that isn't closed, only the line of the quote
    /// is malformed.
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
