using Sylvan.Data.Csv;

namespace ContactsPS.Client;

/// <summary>
/// Reads a delimited contact file row by row: a header, quoted fields with delimiters, quotes and line breaks in them,
/// blank lines passed over. A field stays text as it stands in the file. For one thread.
/// </summary>
public sealed class ContactFileReader : IDisposable
{
    /// <summary>UTF-16 units that are read at once.</summary>
    private const int BufferLength = 128 * 1024;

    /// <summary>The longest row, in UTF-16 units. A longer one is a quote that is never closed.</summary>
    private const int MaximumRowLength = 4 * 1024 * 1024;

    private readonly Stream _stream;
    private readonly CsvDataReader _csv;
    private readonly char _delimiter;
    private readonly string[] _columns;
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
        _delimiter = options?.Delimiter ?? found;
        _csv = OpenRows(rows, _delimiter);
        _columns = ReadHeader();
    }

    /// <summary>The names of the columns, in their order. A column without a name is called H and its place, as Import-Csv does.</summary>
    public IReadOnlyList<string> Columns => _columns;

    /// <summary>The line the current row begins on; the first line of the file is 1.</summary>
    public long LineNumber { get; private set; }

    /// <summary>The current row as it stands in the file, its line end included. Valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<char> RawRow => _csv.GetRawRecordSpan();

    /// <summary>How much of the file was read, from 0 to 1; null where its length isn't known (a pipe).</summary>
    public double? Progress => _stream.CanSeek && _stream.Length > 0 ? (double)_stream.Position / _stream.Length : null;

    /// <summary>Opens a file for reading, while others may write or rename it.</summary>
    /// <param name="path">The file, or a pipe.</param>
    /// <param name="options">How to read it.</param>
    /// <param name="cancellationToken">Ends a read that waits, of a pipe or a share, with an OperationCanceledException.</param>
    /// <exception cref="IOException">It can't be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened.</exception>
    /// <exception cref="ContactsException">FileMalformed.</exception>
    public static ContactFileReader Open(string path, ContactFileOptions? options = null, CancellationToken cancellationToken = default)
    {
        var stream = new InterruptibleStream(
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan),
            cancellationToken);
        try
        {
            return new ContactFileReader(stream, options);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    /// <exception cref="ContactsException">FileMalformed: a quote is opened and not closed for over 4 million characters.</exception>
    public bool Read()
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

    /// <summary>A field of the current row; empty where the row ends before it. Valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<char> GetField(int column) =>
        column < _csv.RowFieldCount ? _csv.GetFieldSpan(column) : default;

    /// <summary>All the fields of the current row, one for each column.</summary>
    public string[] GetFields()
    {
        var fields = new string[_columns.Length];
        for (int i = 0; i < fields.Length; i++)
        {
            fields[i] = GetField(i).ToString();
        }

        return fields;
    }

    /// <summary>Reads a row that was kept as it stood in this file.</summary>
    internal string[] ParseRow(string rawRow)
    {
        using CsvDataReader row = OpenRows(new StringReader(rawRow), _delimiter);
        var fields = new string[_columns.Length];
        bool isThere = row.Read();
        for (int i = 0; i < fields.Length; i++)
        {
            fields[i] = isThere && i < row.RowFieldCount ? row.GetFieldSpan(i).ToString() : string.Empty;
        }

        return fields;
    }

    /// <summary>Whether the fields of the current row can be told apart.</summary>
    internal RowShape Shape()
    {
        for (int i = _columns.Length; i < _csv.RowFieldCount; i++)
        {
            // Empty fields at the end are only a delimiter too many.
            if (!_csv.GetFieldSpan(i).IsEmpty)
            {
                return RowShape.TooManyFields;
            }
        }

        return QuotedFields.AreSound(RawRow, _delimiter) ? RowShape.Sound : RowShape.BadQuotes;
    }

    /// <inheritdoc/>
    public void Dispose() => _csv.Dispose();

    private static CsvDataReader OpenRows(TextReader rows, char delimiter) => CsvDataReader.Create(rows, new CsvDataReaderOptions
    {
        Delimiter = delimiter,

        // The header is read as a row: its names may be missing, and its columns are looked up by place.
        HasHeaders = false,

        // Misquoted rows are found by Shape and rejected one by one; the strict style would end the file at the first.
        CsvStyle = CsvStyle.Lax,

        // A row that begins with # is a row.
        Comment = '\0',
        BufferSize = BufferLength,
        MaxBufferSize = MaximumRowLength,
    });

    private string[] ReadHeader()
    {
        if (!Read())
        {
            throw new ContactsException(ErrorIds.FileMalformed, "The file is empty: it has no header.");
        }

        var names = new string[_csv.RowFieldCount];
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < names.Length; i++)
        {
            string name = _csv.GetFieldSpan(i).ToString();
            names[i] = string.IsNullOrWhiteSpace(name) ? FormattableString.Invariant($"H{i + 1}") : name;
            if (!seen.Add(names[i]))
            {
                throw new ContactsException(
                    ErrorIds.FileMalformed, $"Two columns are named '{names[i]}'. Rename one of them in the header.");
            }
        }

        return names;
    }

    private bool ReadRecord()
    {
        LineNumber = _nextLine;
        try
        {
            if (!_csv.Read())
            {
                return false;
            }
        }
        catch (CsvRecordTooLargeException error)
        {
            throw new ContactsException(
                ErrorIds.FileMalformed,
                $"The row that begins on line {LineNumber} doesn't end within {MaximumRowLength} characters. Is there a quote that is never closed, or another delimiter?",
                error);
        }

        _nextLine += RawRow.Count('\n');
        return true;
    }

    private bool IsBlankLine() => _csv.RowFieldCount <= 1 && RawRow is "" or "\n" or "\r\n" or "\r";
}
