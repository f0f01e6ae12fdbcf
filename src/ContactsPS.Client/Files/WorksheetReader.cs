using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using ExcelDataReader;

namespace ContactsPS.Client;

/// <summary>
/// Reads a sheet of an Excel workbook (.xlsx, .xls): the first row is the header. A number is written in full, as
/// 33612345678 and never as 3.36E+10; a date as 2024-11-14, with a time behind where it has one.
/// </summary>
public sealed class WorksheetReader : ColumnRows
{
    private readonly IExcelDataReader _sheet;
    private readonly List<string> _columns;
    private readonly int _rowCount;
    private string[] _fields = [];
    private long _lineNumber;

    /// <summary>Reads from a stream that can seek, which is closed with the reader.</summary>
    /// <param name="stream">The workbook.</param>
    /// <param name="worksheetName">The sheet; null: the first.</param>
    /// <exception cref="ContactsException">FileMalformed: no workbook, no such sheet, an empty one, or two columns of one name.</exception>
    public WorksheetReader(Stream stream, string? worksheetName)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanSeek)
        {
            throw new ContactsException(ErrorIds.FileMalformed, "A workbook can't be read from a pipe. Save it as a file first.");
        }

        _sheet = OpenWorkbook(stream);
        GoToSheet(worksheetName);
        _rowCount = _sheet.RowCount;
        _columns = ReadHeader();
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
            _lineNumber++;
            _fields = ReadFields(_columns.Count);
            if (Array.Exists(_fields, field => field.Length > 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> GetField(int column) => Encoding.UTF8.GetBytes(_fields[column]);

    /// <summary>Cells are cells: nothing can be wrong with the shape of a row.</summary>
    public override string? FindProblem() => null;

    /// <inheritdoc/>
    internal override string[] ParseRow(ReadOnlySpan<byte> rawRow) => JsonSerializer.Deserialize<string[]>(rawRow)!;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _sheet.Dispose();
        }
    }

    private static IExcelDataReader OpenWorkbook(Stream stream)
    {
        try
        {
            return ExcelReaderFactory.CreateReader(
                stream, new ExcelReaderConfiguration { FallbackEncoding = CodePagesEncodingProvider.Instance.GetEncoding(1252)! });
        }
        catch (Exception error) when (IsOfFile(error))
        {
            throw Unreadable(error);
        }
    }

    private static bool IsOfFile(Exception error) =>
        error is ExcelDataReader.Exceptions.ExcelReaderException or InvalidDataException or XmlException;

    private static ContactsException Unreadable(Exception error) =>
        new(ErrorIds.FileMalformed, $"It can't be read as an Excel workbook: {error.Message}", error);

    private static string ToText(object? cell) => cell switch
    {
        null => string.Empty,
        bool truth => truth ? "TRUE" : "FALSE",
        _ => FieldText.TryFormat(cell) ?? Convert.ToString(cell, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    private bool ReadRow()
    {
        try
        {
            return _sheet.Read();
        }
        catch (Exception error) when (IsOfFile(error))
        {
            throw Unreadable(error);
        }
    }

    private void GoToSheet(string? name)
    {
        List<string> found = [];
        do
        {
            if (name is null || string.Equals(_sheet.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }

            found.Add(_sheet.Name);
        }
        while (_sheet.NextResult());
        throw new ContactsException(
            ErrorIds.FileMalformed, $"It has no sheet named '{name}'. Its sheets are: {string.Join(", ", found)}.");
    }

    private List<string> ReadHeader()
    {
        while (ReadRow())
        {
            _lineNumber++;
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
