using System.Runtime.CompilerServices;

namespace ContactsPS.Client;

/// <summary>
/// Reads a sheet of an Excel workbook (.xlsx, .xls): the first row is the header, unless one is given. A number is written in full, as
/// 33612345678 and never as 3.36E+10; a date as 2024-11-14, with a time behind where it has one; a time of day as
/// 08:30:00, and a duration as 36:00:00. Cells behind the last column of the header are not read.
/// </summary>
public sealed class WorksheetReader : ContactRows
{
    private readonly SheetSource _sheet;
    private readonly List<string> _columns;

    /// <summary>The next rows, which were looked at and are still to be given.</summary>
    private readonly Queue<(SheetRow Row, long Line)> _ahead = new();
    private SheetRow _row = new();

    /// <summary>Whether the first row was read for its columns, and is still to be given.</summary>
    private bool _isFirstPending;
    private long _lineNumber;

    /// <summary>Reads from a stream that can seek, which is closed with the reader.</summary>
    /// <param name="stream">The workbook.</param>
    /// <param name="worksheetName">The sheet; null: the first that is not hidden.</param>
    /// <param name="header">The names of the columns; null: the first row is the header.</param>
    /// <exception cref="ContactsException">
    /// FileMalformed: no workbook, no such sheet, an empty one, or one that has more than a sheet may have. HeaderInvalid.
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
        while (_isFirstPending || _ahead.Count > 0 || _sheet.Read(_row, _columns.Count))
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
        foreach ((int column, string text) in _row.Errors)
        {
            if (used?.Uses(column) != false)
            {
                return $"the cell {SheetSource.NameOf(column)}{_lineNumber} holds {text}, so its value isn't known; correct its formula, or write the value in the cell";
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override ContactsException Explain(ContactsException problem)
    {
        ContactsException explained = base.Explain(problem);
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

    /// <summary>Goes to the first row that is not empty, and takes all its cells.</summary>
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
        while (_ahead.Count < maximum)
        {
            var row = new SheetRow();
            if (!_sheet.Read(row, SheetSource.MaximumColumns))
            {
                break;
            }

            _ahead.Enqueue((row, _sheet.LineNumber));
        }

        return [.. from next in _ahead where !next.Row.IsEmpty select new PeekedRow(next.Line, SheetRow.Parse(next.Row.Raw), null)];
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
