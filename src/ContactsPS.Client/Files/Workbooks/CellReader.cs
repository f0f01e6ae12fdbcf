using System.Globalization;
using System.Runtime.CompilerServices;

namespace ContactsPS.Client;

/// <summary>Reads the values of the cells of an .xlsx sheet (ECMA-376, part 1, 18.3.1.4).</summary>
/// <param name="part">The sheet.</param>
/// <param name="texts">The shared texts of the workbook.</param>
/// <param name="formats">The formats of its numbers.</param>
/// <param name="isFrom1904">Whether its days are counted from 1904.</param>
internal sealed class CellReader(XmlPart part, SharedTexts texts, CellFormats formats, bool isFrom1904)
{
    /// <summary>The longest number, in characters, that is copied without a change. A double keeps all its digits.</summary>
    private const int MaximumDigits = 15;

    /// <summary>What Excel shows for a value that is not there.</summary>
    private const string NotAvailable = "#N/A";

    private readonly CellText _text = new();

    /// <summary>Reads the content of the current element, which is a cell, and adds its value to a row. An empty cell adds nothing.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column of the cell, from 0.</param>
    /// <param name="type">The type of the cell. Empty when it has none.</param>
    /// <param name="style">The number of its style. -1 when it has none.</param>
    /// <exception cref="InvalidDataException">The value is a shared text that doesn't exist.</exception>
    [MethodImpl(HotPath.Compiled)]
    public void Read(SheetRow row, int column, string type, int style)
    {
        _text.Clear();
        bool isFormula = ReadContent(part.Xml.Depth);
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
        while (part.ReadChild(depth))
        {
            if (part.IsElement("v"))
            {
                _text.Read(part);
            }
            else if (part.IsElement("is"))
            {
                _text.ReadItem(part);
            }
            else
            {
                isFormula |= part.IsElement("f");
            }
        }

        return isFormula;
    }

    /// <summary>Adds the value of a cell that is not empty (ECMA-376, part 1, 18.18.11).</summary>
    [MethodImpl(HotPath.Compiled)]
    private void Add(SheetRow row, string type, int style)
    {
        switch (type)
        {
            case "s":
                if (!int.TryParse(_text.Value, CultureInfo.InvariantCulture, out int index) || (uint)index >= (uint)texts.Count)
                {
                    throw new InvalidDataException("the text of this cell is missing in the workbook; save the workbook again in Excel");
                }

                row.Add(texts.Get(index));
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
                AddNumber(row, formats.Get(style));
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
            row.Add(CellValue.ToText(number, format, isFrom1904));
        }
    }
}
