using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace ContactsPS.Client;

/// <summary>
/// Reads a sheet of an Excel workbook (.xlsx, .xls). The first row is the header, unless a header is given. A number is
/// written in full, as 33612345678 and never as 3.36E+10. A date is written as 2024-11-14, and its time follows if it has
/// one. A time of day is written as 08:30:00, and a duration as 36:00:00. Cells after the last column of the header are not
/// read.
/// </summary>
public sealed class WorksheetReader : ContactRows
{
    private readonly SheetSource _sheet;
    private readonly List<string> _columns;

    /// <summary>The rows that were read ahead, and that are the next rows to return.</summary>
    private readonly Queue<(SheetRow Row, long Line)> _ahead = new();
    private SheetRow _row = new();

    /// <summary>What ended the rows that were read ahead. It is thrown after them.</summary>
    private ExceptionDispatchInfo? _failure;

    /// <summary>Whether the first row was read to count its columns, and is the next row to return.</summary>
    private bool _isFirstPending;
    private long _lineNumber;

    /// <summary>Opens a sheet. The stream must be able to seek, and is closed with the reader.</summary>
    /// <param name="stream">The workbook.</param>
    /// <param name="worksheetName">The name of the sheet. Null for the first sheet that is not hidden.</param>
    /// <param name="header">The names of the columns. Null when the first row is the header.</param>
    /// <exception cref="ContactsException">
    /// FileMalformed: it is not a workbook, or the sheet doesn't exist, is empty or is too large. HeaderInvalid.
    /// </exception>
    public WorksheetReader(Stream stream, string? worksheetName, IReadOnlyList<string>? header = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
        {
            throw new ContactsException(ErrorIds.FileMalformed, "A workbook can't be read from a pipe. Save it as a file first.");
        }

        FileKind kind = FileKinds.Find(stream);
        FileKinds.CheckIsWorkbook(kind);
        _sheet = kind == FileKind.Workbook ? new OpenXmlSheet(stream, worksheetName) : new BinarySheet(stream, worksheetName);
        _isFirstPending = ReadFirst();
        IsHeaderRead = header is null;
        _columns = header is null ? TakeHeader() : Header.Give(header, _row.Count);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => _columns;

    /// <summary>The row of the sheet. The first row is 1.</summary>
    public override long LineNumber => _lineNumber;

    /// <inheritdoc/>
    public override double? Progress => _sheet.Progress;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> RawRow => _row.Raw;

    /// <inheritdoc/>
    [MethodImpl(HotPath.Compiled)]
    public override bool Read()
    {
        while (_isFirstPending || _ahead.Count > 0 || ReadSheet())
        {
            if (_isFirstPending || _ahead.Count == 0)
            {
                _isFirstPending = false;
                _lineNumber = _sheet.LineNumber;
            }
            else
            {
                (_row, _lineNumber) = _ahead.Dequeue();
                _row.Cut(_columns.Count);
            }

            if (!_row.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    [MethodImpl(HotPath.Compiled)]
    public override ReadOnlySpan<byte> GetField(int column) => _row.Get(column);

    /// <inheritdoc/>
    public override string? FindProblem(ColumnMap? used = null)
    {
        foreach ((int column, string problem) in _row.Errors)
        {
            if (used?.Uses(column) != false)
            {
                return $"the cell {SheetSource.NameOf(column)}{_lineNumber} holds {problem}, so its value isn't known; correct its formula and save the workbook in Excel, or write the value in the cell";
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override ContactsException Explain(ContactsException problem)
    {
        ContactsException explained = problem is PhoneNumberColumnException { Delimiter: not null }
            ? new ContactsException(
                ErrorIds.FileMalformed,
                "The cells of a row are in one cell. Split the column in Excel with Data > Text to Columns, and save the workbook again.",
                problem)
            : base.Explain(problem);
        return NotInSheet(explained.ErrorId, explained.Message, explained);
    }

    /// <inheritdoc/>
    internal override bool IsHeaderRead { get; }

    /// <inheritdoc/>
    internal override PeekedRow? PeekNext() => Peek(1).FirstOrDefault();

    /// <inheritdoc/>
    internal override IReadOnlyList<PeekedRow> PeekHeaders() => Peek(HeaderSearch.MaximumRows);

    /// <inheritdoc/>
    internal override SourceRow ParseRow(ReadOnlySpan<byte> rawRow, long lineNumber) =>
        new(PropertyNames, SheetRow.Parse(rawRow, _columns.Count), lineNumber);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _sheet.Dispose();
        }
    }

    /// <summary>Goes to the first row that is not empty, and reads all its cells.</summary>
    private bool ReadFirst()
    {
        while (_sheet.Read(_row, SheetSource.MaximumColumns))
        {
            _row.TrimEnd();
            if (_row.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    private List<string> TakeHeader()
    {
        if (!_isFirstPending)
        {
            throw NotInSheet(ErrorIds.FileMalformed, $"The sheet '{ColumnName.ToVisible(_sheet.Name)}' is empty: it has no header.", innerException: null);
        }

        _isFirstPending = false;
        _lineNumber = _sheet.LineNumber;
        return Header.Name(SheetRow.Parse(_row.Raw));
    }

    /// <summary>Reads rows ahead, and returns those that are not empty.</summary>
    private List<PeekedRow> Peek(int maximum)
    {
        while (_failure is null && _ahead.Count < maximum)
        {
            var row = new SheetRow();
            if (!TryReadAhead(row))
            {
                break;
            }

            _ahead.Enqueue((row, _sheet.LineNumber));
        }

        return [.. from next in _ahead where !next.Row.IsEmpty select new PeekedRow(next.Line, SheetRow.Parse(next.Row.Raw), Delimiter: null, CodePage: null)];
    }

    private bool TryReadAhead(SheetRow row)
    {
        try
        {
            return _sheet.Read(row, SheetSource.MaximumColumns);
        }
        catch (Exception error) when (error is ContactsException or IOException)
        {
            // The rows before it are sent first.
            _failure = ExceptionDispatchInfo.Capture(error);
            return false;
        }
    }

    /// <summary>Goes to the next row of the sheet that was not read ahead.</summary>
    [MethodImpl(HotPath.Compiled)]
    private bool ReadSheet()
    {
        _failure?.Throw();
        return _sheet.Read(_row, _columns.Count);
    }

    /// <summary>Makes the exception of a sheet, which names this sheet and the others. No row can be read after it.</summary>
    private WorksheetException NotInSheet(string errorId, string message, Exception? innerException)
    {
        string name = ColumnName.ToVisible(_sheet.Name);
        IReadOnlyList<string> others = _sheet.GetOtherNames();
        string sheets = others.Count == 0
            ? $"'{name}' is the only sheet."
            : $"The sheet is '{name}'. The other sheets are: {SheetSource.JoinNames(others)}.";
        return new WorksheetException(errorId, $"{message} {sheets}", innerException) { OtherSheets = others };
    }
}
