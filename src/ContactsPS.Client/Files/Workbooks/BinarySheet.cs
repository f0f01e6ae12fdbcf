using System.Text;
using ExcelDataReader;

namespace ContactsPS.Client;

/// <summary>A sheet of a workbook in the older form, .xls ([MS-XLS]).</summary>
internal sealed class BinarySheet : SheetSource
{
    private readonly IExcelDataReader _sheet;
    private readonly List<string> _sheetsBefore = [];
    private readonly int _rowCount;
    private long _lineNumber;

    /// <summary>Goes to a sheet.</summary>
    /// <param name="stream">The workbook. It is closed with this object.</param>
    /// <param name="name">The name of the sheet. Null for the first sheet that is not hidden.</param>
    /// <exception cref="ContactsException">FileMalformed.</exception>
    public BinarySheet(Stream stream, string? name)
    {
        CompoundFileHeader.Check(stream);
        _sheet = OfFile(() => OpenWorkbook(stream));
        if (_sheet.ResultsCount == 0)
        {
            throw new ContactsException(ErrorIds.FileMalformed, "The workbook has no sheet that can be read.");
        }

        GoTo(name);
        Name = _sheet.Name;
        _rowCount = _sheet.RowCount;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override long LineNumber => _lineNumber;

    /// <inheritdoc/>
    public override double? Progress => _rowCount > 0 ? (double)_lineNumber / _rowCount : null;

    /// <inheritdoc/>
    public override bool Read(SheetRow row, int width)
    {
        if (!OfFile(_sheet.Read))
        {
            return false;
        }

        _lineNumber++;
        row.Clear();
        for (int i = 0; i < Math.Min(width, _sheet.FieldCount); i++)
        {
            object? cell = _sheet.GetValue(i);
            if (cell is not double number || !row.TryAddWhole(number))
            {
                row.Add(CellValue.ToText(cell));
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> GetOtherNames()
    {
        List<string> others = [.. _sheetsBefore];
        while (OfFile(_sheet.NextResult))
        {
            others.Add(_sheet.Name);
        }

        return others;
    }

    /// <inheritdoc/>
    public override void Dispose() => _sheet.Dispose();

    private static IExcelDataReader OpenWorkbook(Stream stream)
    {
        // The reading library requires code page 1252, which the runtime has only after it is registered. PowerShell registers
        // it, and other programs may not.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return ExcelReaderFactory.CreateBinaryReader(stream);
    }

    /// <summary>
    /// Reads from the workbook. In a damaged workbook, the library can throw any exception, so all exceptions except the ones
    /// with another meaning are problems of the file.
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

    private void GoTo(string? name)
    {
        do
        {
            if (name is null ? _sheet.VisibleState is null or "visible" : string.Equals(_sheet.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return;
            }

            _sheetsBefore.Add(_sheet.Name);
        }
        while (OfFile(_sheet.NextResult));
        string missing = name is null ? "All its sheets are hidden." : $"It has no sheet named '{name}'.";
        throw new WorksheetException(ErrorIds.FileMalformed, $"{missing} Its sheets are: {JoinNames(_sheetsBefore)}.") { OtherSheets = _sheetsBefore };
    }
}
