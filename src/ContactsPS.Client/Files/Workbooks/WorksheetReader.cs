using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace ContactsPS.Client;

/// <summary>
/// Reads a sheet of an Excel workbook (.xlsx, .xls): the first row is the header, unless one is given. A number is written in full, as
/// 33612345678 and never as 3.36E+10; a date as 2024-11-14, with a time behind where it has one; a time of day as
/// 08:30:00, and a duration as 36:00:00.
/// </summary>
public sealed class WorksheetReader : ContactRows
{
    private readonly IExcelDataReader _sheet;
    private readonly SheetErrors? _errors;
    private readonly List<(int Column, string Text)> _rowErrors = [];
    private readonly List<string> _columns;
    private readonly int _rowCount;

    /// <summary>The names of the sheets before this one.</summary>
    private readonly List<string> _sheetsBefore = [];
    private readonly SheetRow _row = new();
    private long _lineNumber;

    /// <summary>Reads from a stream that can seek, which is closed with the reader.</summary>
    /// <param name="stream">The workbook.</param>
    /// <param name="worksheetName">The sheet; null: the first that is not hidden.</param>
    /// <param name="header">The names of the columns; null: the first row is the header.</param>
    /// <exception cref="ContactsException">FileMalformed: no workbook, no such sheet, or an empty one. HeaderInvalid.</exception>
    public WorksheetReader(Stream stream, string? worksheetName, IReadOnlyList<string>? header = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
        {
            throw new ContactsException(ErrorIds.FileMalformed, "A workbook can't be read from a pipe. Save it as a file first.");
        }

        FileKind kind = FileKinds.Find(stream);
        FileKinds.CheckIsWorkbook(kind);
        _sheet = OfFile(() => OpenWorkbook(stream));
        if (_sheet.ResultsCount == 0)
        {
            throw new ContactsException(ErrorIds.FileMalformed, "The workbook has no sheet that can be read.");
        }

        int sheet = GoToSheet(worksheetName);
        _errors = kind == FileKind.Workbook ? OfFile(() => new SheetErrors(stream, sheet)) : null;
        _rowCount = _sheet.RowCount;
        _columns = header is null ? ReadHeader() : Header.Give(header, _sheet.FieldCount);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => _columns;

    /// <summary>The row of the sheet; the first is 1.</summary>
    public override long LineNumber => _lineNumber;

    /// <inheritdoc/>
    public override double? Progress => _rowCount > 0 ? (double)_lineNumber / _rowCount : null;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> RawRow => _row.Raw;

    /// <inheritdoc/>
    public override bool Read()
    {
        while (ReadRow())
        {
            ReadFields(_columns.Count);
            if (!_row.IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> GetField(int column) => _row.Get(column);

    /// <inheritdoc/>
    public override string? FindProblem(ColumnMap? used = null)
    {
        foreach ((int column, string text) in _rowErrors)
        {
            if (column < _columns.Count && used?.Uses(column) != false)
            {
                return $"the cell {NameOf(column)}{_lineNumber} holds {text}, so what belongs there isn't known; mend its formula, or write the value in its place";
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override ContactsException Explain(ContactsException problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        return new WorksheetException(problem.ErrorId, $"{problem.Message} {DescribeSheets(_sheet.Name)}", problem);
    }

    /// <inheritdoc/>
    internal override SourceRow ParseRow(ReadOnlySpan<byte> rawRow, long lineNumber) =>
        new(PropertyNames, SheetRow.Parse(rawRow), lineNumber);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _errors?.Dispose();
            _sheet.Dispose();
        }
    }

    private static IExcelDataReader OpenWorkbook(Stream stream)
    {
        // The reading library asks the runtime for code page 1252, which it has only where someone registered it. PowerShell
        // does; other programs may not.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return ExcelReaderFactory.CreateReader(stream);
    }

    /// <summary>
    /// Reads of the workbook. The library meets damage with whatever exception comes of it, so all are of the file but
    /// those that say something else.
    /// </summary>
    private static T OfFile<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is EndOfStreamException or not (OperationCanceledException or IOException or OutOfMemoryException))
        {
            throw new ContactsException(ErrorIds.FileMalformed, $"It can't be read as an Excel workbook: {error.Message}", error);
        }
    }

    private static string ToText(object? cell) => cell switch
    {
        null => string.Empty,
        bool truth => truth ? "TRUE" : "FALSE",

        // Days are counted from 1900 on: before that there is only the time of day.
        DateTime { Year: < 1900 } time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan duration => ToText(duration),
        _ => FieldText.TryFormat(cell) ?? Convert.ToString(cell, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    /// <summary>A duration in hours, as 36:00:00. It comes as a share of a day, which is seldom whole seconds to the last bit.</summary>
    private static string ToText(TimeSpan duration)
    {
        var seconds = (long)Math.Round(Math.Abs(duration.TotalSeconds));
        string sign = duration < TimeSpan.Zero ? "-" : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }

    /// <summary>The name of a column of a sheet, as C of the third.</summary>
    private static string NameOf(int column) =>
        (column < 26 ? string.Empty : NameOf((column / 26) - 1)) + (char)('A' + (column % 26));

    private bool ReadRow() => OfFile(() =>
    {
        if (!_sheet.Read())
        {
            return false;
        }

        _lineNumber++;
        _rowErrors.Clear();
        _rowErrors.AddRange(_errors?.Find(_lineNumber) ?? []);
        return true;
    });

    /// <summary>Goes to a sheet; its place in the workbook.</summary>
    private int GoToSheet(string? name)
    {
        do
        {
            if (name is null ? _sheet.VisibleState is null or "visible" : string.Equals(_sheet.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return _sheetsBefore.Count;
            }

            _sheetsBefore.Add(_sheet.Name);
        }
        while (OfFile(_sheet.NextResult));
        string missing = name is null ? "All its sheets are hidden." : $"It has no sheet named '{name}'.";
        throw new WorksheetException(ErrorIds.FileMalformed, $"{missing} Its sheets are: {JoinNames(_sheetsBefore)}.");
    }

    private static string JoinNames(IEnumerable<string> names) => string.Join(", ", names.Select(ColumnName.ToVisible));

    /// <summary>Names this sheet and the others. No row can be read after it.</summary>
    private string DescribeSheets(string name)
    {
        List<string> others = [.. _sheetsBefore];
        while (OfFile(_sheet.NextResult))
        {
            others.Add(_sheet.Name);
        }

        return others.Count == 0
            ? $"'{ColumnName.ToVisible(name)}' is the only sheet."
            : $"The sheet is '{ColumnName.ToVisible(name)}'. The other sheets are: {JoinNames(others)}.";
    }

    private List<string> ReadHeader()
    {
        while (ReadRow())
        {
            ReadFields(_sheet.FieldCount);
            if (!_row.IsEmpty)
            {
                return Header.Name(SheetRow.Parse(_row.Raw));
            }
        }

        string name = _sheet.Name;
        throw new WorksheetException(ErrorIds.FileMalformed, $"The sheet '{name}' is empty: it has no header. {DescribeSheets(name)}");
    }

    /// <summary>Reads the cells of the current row. A cell that holds an error is its text, as #N/A.</summary>
    private void ReadFields(int count)
    {
        _row.Clear();
        for (int i = 0; i < count; i++)
        {
            object? cell = i < _sheet.FieldCount ? _sheet.GetValue(i) : null;
            if (cell is string text)
            {
                _row.Add(text);
            }
            else if (cell is null && _rowErrors.Count > 0)
            {
                _row.Add(_rowErrors.Find(error => error.Column == i).Text);
            }
            else if (cell is not double number || !_row.TryAddWhole(number))
            {
                _row.Add(ToText(cell));
            }
        }
    }
}
