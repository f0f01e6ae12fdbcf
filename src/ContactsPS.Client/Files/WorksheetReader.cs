using System.Globalization;
using System.Text;
using System.Text.Json;
using ExcelDataReader;

namespace ContactsPS.Client;

/// <summary>
/// Reads a sheet of an Excel workbook (.xlsx, .xls): the first row is the header, unless one is given. A number is written in full, as
/// 33612345678 and never as 3.36E+10; a date as 2024-11-14, with a time behind where it has one; a time of day as
/// 08:30:00, and a duration as 36:00:00.
/// </summary>
public sealed class WorksheetReader : ColumnRows
{
    private readonly IExcelDataReader _sheet;
    private readonly SheetErrors? _errors;
    private readonly List<(int Column, string Text)> _rowErrors = [];
    private readonly List<string> _columns;
    private readonly int _rowCount;
    private string[] _fields = [];
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

        bool isZip = FileSignature.IsZip(FileSignature.Read(stream));
        _sheet = OfFile(() => OpenWorkbook(stream));
        int sheet = GoToSheet(worksheetName);
        _errors = isZip ? OfFile(() => new SheetErrors(stream, sheet)) : null;
        _rowCount = _sheet.RowCount;
        _columns = header is null ? ReadHeader() : Header.Give(header, _sheet.FieldCount);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => _columns;

    /// <summary>The row of the sheet; the first is 1.</summary>
    public override long LineNumber => _lineNumber;

    /// <inheritdoc/>
    public override double? Progress => _rowCount > 0 ? (double)_lineNumber / _rowCount : null;

    /// <summary>The fields as a JSON array: a sheet has no text of its own.</summary>
    public override ReadOnlySpan<byte> RawRow => JsonSerializer.SerializeToUtf8Bytes(_fields);

    /// <inheritdoc/>
    public override bool Read()
    {
        while (ReadRow())
        {
            _fields = ReadFields(_columns.Count);
            foreach ((int column, string text) in _rowErrors.Where(error => error.Column < _fields.Length))
            {
                _fields[column] = text;
            }

            if (Array.Exists(_fields, field => field.Length > 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> GetField(int column) => Encoding.UTF8.GetBytes(_fields[column]);

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
    internal override string[] ParseRow(ReadOnlySpan<byte> rawRow) => JsonSerializer.Deserialize<string[]>(rawRow)!;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _errors?.Dispose();
            _sheet.Dispose();
        }
    }

    private static IExcelDataReader OpenWorkbook(Stream stream) => ExcelReaderFactory.CreateReader(
        stream, new ExcelReaderConfiguration { FallbackEncoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)! });

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
        List<string> found = [];
        do
        {
            if (name is null ? _sheet.VisibleState is null or "visible" : string.Equals(_sheet.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return found.Count;
            }

            found.Add(_sheet.Name);
        }
        while (OfFile(_sheet.NextResult));
        string missing = name is null ? "All its sheets are hidden; name one with -WorksheetName." : $"It has no sheet named '{name}'.";
        throw new ContactsException(ErrorIds.FileMalformed, $"{missing} Its sheets are: {string.Join(", ", found)}.");
    }

    private List<string> ReadHeader()
    {
        while (ReadRow())
        {
            string[] cells = ReadFields(_sheet.FieldCount);
            if (Array.Exists(cells, cell => cell.Length > 0))
            {
                return Header.Name(cells);
            }
        }

        throw new ContactsException(ErrorIds.FileMalformed, $"The sheet '{_sheet.Name}' is empty: it has no header.");
    }

    private string[] ReadFields(int count)
    {
        var fields = new string[count];
        for (int i = 0; i < count; i++)
        {
            fields[i] = i < _sheet.FieldCount ? ToText(_sheet.GetValue(i)) : string.Empty;
        }

        return fields;
    }
}
