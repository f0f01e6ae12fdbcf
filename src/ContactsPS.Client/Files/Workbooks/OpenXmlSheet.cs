using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml;

namespace ContactsPS.Client;

/// <summary>
/// A sheet of an .xlsx file (ECMA-376, part 1, 18.3; transitional and strict), which is read in one pass. It can have at
/// most 1,048,576 rows, 16,384 columns, 8 MiB of XML and 4 MiB of text in a row, 262,144 characters in a cell.
/// </summary>
internal sealed class OpenXmlSheet : SheetSource
{
    private readonly WorkbookPackage _package;
    private readonly List<string> _others = [];
    private readonly XmlPart _part;
    private readonly CellReader _cells;

    /// <summary>The depth of the element that has the rows. -1 after its end.</summary>
    private int _depth;
    private long _line;

    /// <summary>The column of the current cell, from 0. -1 before the first cell.</summary>
    private int _column = -1;

    /// <summary>Goes to a sheet.</summary>
    /// <param name="stream">The workbook. It is closed with this object.</param>
    /// <param name="name">The name of the sheet. Null for the first sheet that has cells and is not hidden.</param>
    /// <exception cref="ContactsException">FileMalformed.</exception>
    public OpenXmlSheet(Stream stream, string? name)
    {
        string place = "its parts";
        try
        {
            _package = new WorkbookPackage(stream);
            place = "its list of sheets";
            WorkbookContents contents = WorkbookContents.Read(_package);
            WorkbookSheet sheet = Find(contents.Sheets, name);
            Name = sheet.Name;
            _others.AddRange(contents.Sheets.Where(other => other != sheet && other.PartName is not null).Select(other => other.Name));
            place = "its styles";
            var formats = CellFormats.Read(_package);
            place = "its shared texts";
            var texts = SharedTexts.Read(_package);
            place = $"the sheet '{ColumnName.ToVisible(Name)}'";
            _part = _package.Open(sheet.PartName!, long.MaxValue)
                ?? throw new InvalidDataException($"its part {sheet.PartName} is missing");
            _cells = new CellReader(_part, texts, formats, contents.IsFrom1904);
            GoToRows();
        }
        catch (Exception error) when (IsOfFile(error))
        {
            throw Malformed(error, $"in {place}");
        }
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override long LineNumber => _line;

    /// <inheritdoc/>
    public override double? Progress => _part.Progress;

    /// <inheritdoc/>
    [MethodImpl(HotPath.Compiled)]
    public override bool Read(SheetRow row, int width)
    {
        try
        {
            return ReadRow(row, width);
        }
        catch (Exception error) when (IsOfFile(error))
        {
            string place = _column < 0 ? $"row {_line}" : $"cell {SheetSource.NameOf(_column)}{_line}";
            throw Malformed(error, $"at {place} of the sheet '{ColumnName.ToVisible(Name)}'");
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> GetOtherNames() => _others;

    /// <inheritdoc/>
    public override void Dispose()
    {
        _part.Dispose();
        _package.Dispose();
    }

    private static bool IsOfFile(Exception error) => error is XmlException or InvalidDataException or EndOfStreamException;

    private static ContactsException Malformed(Exception error, string place)
    {
        // A name in the file, which may be long and have any character, may be part of the message.
        string message = ColumnName.ToVisible(error.Message.Length > 300 ? $"{error.Message[..300]}…" : error.Message).TrimEnd('.');
        return new ContactsException(ErrorIds.FileMalformed, $"It can't be read as an Excel workbook: {place}, {message}.", error);
    }

    private static WorkbookSheet Find(IReadOnlyList<WorkbookSheet> sheets, string? name)
    {
        WorkbookSheet? found = name is null
            ? sheets.FirstOrDefault(sheet => !sheet.IsHidden && sheet.PartName is not null)
            : sheets.FirstOrDefault(sheet => string.Equals(sheet.Name, name, StringComparison.OrdinalIgnoreCase));
        if (found?.PartName is not null)
        {
            return found;
        }

        List<string> names = [.. sheets.Where(sheet => sheet.PartName is not null).Select(sheet => sheet.Name)];
        string missing = found is not null ? $"'{ColumnName.ToVisible(found.Name)}' is a chart or a macro, and has no cells."
            : name is not null ? $"It has no sheet named '{ColumnName.ToVisible(name)}'."
            : names.Count > 0 ? "All its sheets are hidden."
            : "It has no sheet with cells.";
        throw new WorksheetException(
            ErrorIds.FileMalformed, names.Count > 0 ? $"{missing} Its sheets are: {JoinNames(names)}." : missing)
        {
            OtherSheets = names,
        };
    }

    private void GoToRows()
    {
        while (_part.ReadChild(depth: 0))
        {
            if (_part.IsElement("sheetData"))
            {
                _depth = _part.Xml.IsEmptyElement ? -1 : 1;
                return;
            }
        }

        _depth = -1;
    }

    [MethodImpl(HotPath.Compiled)]
    private bool ReadRow(SheetRow row, int width)
    {
        row.Clear();
        while (_depth > 0 && _part.ReadChild(_depth))
        {
            if (!_part.IsElement("row"))
            {
                continue;
            }

            _part.AllowRecord();
            _column = -1;
            ReadLine();
            if (_part.Xml.IsEmptyElement)
            {
                continue;
            }

            while (_part.ReadChild(_depth + 1))
            {
                if (_part.IsElement("c"))
                {
                    ReadCell(row, width);
                }
            }

            if (row.Count > 0)
            {
                return true;
            }
        }

        _depth = -1;
        return false;
    }

    /// <summary>Reads the number of a row. It is optional: a row without a number is the next row.</summary>
    private void ReadLine()
    {
        string? reference = _part.Xml.GetAttribute("r");
        long line = _line + 1;
        if (reference is not null && !long.TryParse(reference, NumberStyles.None, CultureInfo.InvariantCulture, out line))
        {
            throw new InvalidDataException("the number of the next row is no number");
        }

        if (line > MaximumRows)
        {
            throw new InvalidDataException($"row {line} follows, and a sheet has at most {MaximumRows} rows; remove what is below");
        }

        if (line <= _line)
        {
            throw new InvalidDataException($"row {line} follows, and rows must ascend; save the workbook again in Excel");
        }

        _line = line;
    }

    [MethodImpl(HotPath.Compiled)]
    private void ReadCell(SheetRow row, int width)
    {
        XmlReader xml = _part.Xml;
        int column = _column + 1;
        int style = -1;
        string type = string.Empty;
        bool isEmpty = xml.IsEmptyElement;
        for (bool isMore = xml.MoveToFirstAttribute(); isMore; isMore = xml.MoveToNextAttribute())
        {
            if (xml.NamespaceURI.Length > 0 || xml.LocalName is not [char name])
            {
                continue;
            }

            switch (name)
            {
                case 'r':
                    column = ReadColumn(xml.Value, column);
                    break;
                case 's':
                    style = int.TryParse(xml.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1;
                    break;
                case 't':
                    type = xml.Value;
                    break;
                default:
                    break;
            }
        }

        xml.MoveToElement();
        if (column <= _column)
        {
            throw new InvalidDataException($"a cell of column {NameOf(column)} follows, and the cells of a row must ascend; save the workbook again in Excel");
        }

        if (column >= MaximumColumns)
        {
            throw new InvalidDataException($"a cell follows behind column {NameOf(MaximumColumns - 1)}, the last that a sheet has; remove it");
        }

        _column = column;
        if (isEmpty || column >= width)
        {
            return;
        }

        _cells.Read(row, column, type, style);
    }

    /// <summary>The column of a reference such as C5, from 0.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="next">The column of a cell without a reference.</param>
    [MethodImpl(HotPath.Compiled)]
    private static int ReadColumn(string reference, int next)
    {
        int column = 0;
        foreach (char c in reference)
        {
            int letter = (c | 0x20) - 'a';
            if (letter is < 0 or > 25)
            {
                break;
            }

            column = (26 * column) + letter + 1;
            if (column > MaximumColumns)
            {
                return MaximumColumns;
            }
        }

        return column == 0 ? next : column - 1;
    }
}
