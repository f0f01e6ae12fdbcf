using System.Globalization;
using System.Xml;
using ExcelNumberFormat;

namespace ContactsPS.Client;

/// <summary>What the numbers in cells mean, according to the styles of the cells (ECMA-376, part 1, 18.8).</summary>
internal sealed class CellFormats
{
    /// <summary>The longest part with styles, in bytes of XML. Some programs add more and more styles.</summary>
    private const long MaximumPartLength = 64 * 1024 * 1024;

    /// <summary>The most number formats. Excel has at most 250.</summary>
    private const int MaximumFormats = 10_000;

    /// <summary>The longest number format. Excel has at most 255 characters.</summary>
    private const int MaximumCodeLength = 1024;

    /// <summary>The most styles of cells. Excel has at most 65,490.</summary>
    private const int MaximumStyles = 1024 * 1024;

    private readonly Dictionary<int, CellFormat> _formats = [];
    private readonly List<CellFormat> _styles = [];

    /// <summary>Reads the styles of a workbook. Without styles, all numbers are numbers.</summary>
    public static CellFormats Read(WorkbookPackage package)
    {
        var formats = new CellFormats();
        using XmlPart? part = package.OpenRelated("styles", MaximumPartLength);
        if (part is null)
        {
            return formats;
        }

        bool isPending = true;
        while (isPending && part.ReadChild(depth: 0))
        {
            part.AllowRecord();
            if (part.Xml.IsEmptyElement)
            {
                continue;
            }

            if (part.IsElement("numFmts"))
            {
                formats.ReadFormats(part);
            }
            else if (part.IsElement("cellXfs"))
            {
                // The number formats are before the styles that use them, and the rest is not needed.
                formats.ReadStyles(part);
                isPending = false;
            }
        }

        return formats;
    }

    /// <summary>What a number in a cell with this style means.</summary>
    /// <param name="style">The number of the style. -1 when the cell has no style.</param>
    public CellFormat Get(int style) => (uint)style < (uint)_styles.Count ? _styles[style] : CellFormat.Number;

    private static int ReadNumber(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) ? number : 0;

    /// <summary>
    /// What a built-in format is (ECMA-376, part 1, 18.8.30). Those from 27 to 36 and from 50 to 58 are dates in the
    /// languages that have them.
    /// </summary>
    private static CellFormat FindBuiltIn(int id) => id switch
    {
        46 => CellFormat.Duration,
        (>= 14 and <= 22) or (>= 27 and <= 36) or 45 or 47 or (>= 50 and <= 58) => CellFormat.Date,
        _ => CellFormat.Number,
    };

    private static CellFormat Find(string code)
    {
        if (code.Length > MaximumCodeLength)
        {
            throw new InvalidDataException($"a number format has more than {MaximumCodeLength} characters; no workbook has such formats");
        }

        var format = new NumberFormat(code);
        return format.IsTimeSpanFormat ? CellFormat.Duration : format.IsDateTimeFormat ? CellFormat.Date : CellFormat.Number;
    }

    private void ReadFormats(XmlPart part)
    {
        while (part.ReadChild(depth: 1))
        {
            if (part.IsElement("numFmt") && part.Xml.GetAttribute("formatCode") is { } code)
            {
                _formats[ReadNumber(part.Xml, "numFmtId")] = Find(code);
                if (_formats.Count > MaximumFormats)
                {
                    throw new InvalidDataException($"it has more than {MaximumFormats} number formats; save the workbook again in Excel");
                }
            }
        }
    }

    private void ReadStyles(XmlPart part)
    {
        while (part.ReadChild(depth: 1))
        {
            part.AllowRecord();
            if (part.IsElement("xf"))
            {
                int id = ReadNumber(part.Xml, "numFmtId");
                _styles.Add(_formats.TryGetValue(id, out CellFormat own) ? own : FindBuiltIn(id));
                if (_styles.Count > MaximumStyles)
                {
                    throw new InvalidDataException($"it has more than {MaximumStyles} styles of cells; save the workbook again in Excel");
                }
            }
        }
    }
}
