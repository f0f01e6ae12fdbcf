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
    /// <summary>The longest number, in characters, that is copied without a change. A double keeps all its digits.</summary>
    private const int MaximumDigits = 15;

    /// <summary>What Excel shows for a value that is not there.</summary>
    private const string NotAvailable = "#N/A";

    private readonly WorkbookPackage _package;
    private readonly List<string> _others = [];
    private readonly bool _isFrom1904;
    private readonly CellFormats _formats;
    private readonly SharedTexts _texts;
    private readonly CellText _text = new();
    private readonly XmlPart _part;

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
            _isFrom1904 = contents.IsFrom1904;
            place = "its styles";
            _formats = CellFormats.Read(_package);
            place = "its shared texts";
            _texts = SharedTexts.Read(_package);
            place = $"the sheet '{ColumnName.ToVisible(Name)}'";
            _part = _package.Open(sheet.PartName!, long.MaxValue)
                ?? throw new InvalidDataException($"its part {sheet.PartName} is missing");
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

        _text.Clear();
        bool isFormula = ReadContent(xml.Depth);
        if (!_text.Value.IsEmpty)
        {
            row.PadTo(column);
            Add(row, type, style);
        }
        else if (isFormula && type != "str")
        {
            // A program that doesn't calculate wrote it. A formula whose value is an empty text has the type str.
            row.PadTo(column);
            row.AddError("a formula without its value", NotAvailable);
        }
    }

    /// <summary>Reads the value of a cell, or the text in it. Returns whether the cell has a formula.</summary>
    [MethodImpl(HotPath.Compiled)]
    private bool ReadContent(int depth)
    {
        bool isFormula = false;
        while (_part.ReadChild(depth))
        {
            if (_part.IsElement("v"))
            {
                _text.Read(_part);
            }
            else if (_part.IsElement("is"))
            {
                _text.ReadItem(_part);
            }
            else
            {
                isFormula |= _part.IsElement("f");
            }
        }

        return isFormula;
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

    /// <summary>Adds the value of a cell that is not empty (ECMA-376, part 1, 18.18.11).</summary>
    [MethodImpl(HotPath.Compiled)]
    private void Add(SheetRow row, string type, int style)
    {
        switch (type)
        {
            case "s":
                if (!int.TryParse(_text.Value, CultureInfo.InvariantCulture, out int index) || (uint)index >= (uint)_texts.Count)
                {
                    throw new InvalidDataException("the text of this cell is missing in the workbook; save the workbook again in Excel");
                }

                row.Add(_texts.Get(index));
                break;
            case "str" or "inlineStr":
                _text.Unescape();
                row.Add(_text.Value);
                break;
            case "b":
                row.Add(_text.Value is "1" or "true" ? "TRUE"u8 : "FALSE"u8);
                break;
            case "e":
                row.AddError(_text.Value.ToString(), _text.Value);
                break;
            case "d":
                row.Add(CellValue.ToDateText(_text.Value));
                break;
            default:
                AddNumber(row, _formats.Get(style));
                break;
        }
    }

    [MethodImpl(HotPath.Compiled)]
    private void AddNumber(SheetRow row, CellFormat format)
    {
        ReadOnlySpan<char> text = _text.Value;
        if (format == CellFormat.Number && text.Length <= MaximumDigits && text[0] != '0' && !text.ContainsAnyExceptInRange('0', '9'))
        {
            row.Add(text);
        }
        else if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
        {
            row.Add(text);
        }
        else if (format != CellFormat.Number || !row.TryAddWhole(number))
        {
            row.Add(CellValue.ToText(number, format, _isFrom1904));
        }
    }
}
