using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace ContactsPS.Benchmarks;

/// <summary>
/// Writes the contacts of <see cref="ContactFile"/> as a workbook, in the form that Excel writes: numbers as numbers,
/// dates as days with a format, and texts in the table of shared texts, each once.
/// </summary>
internal static class WorkbookFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n";

    public static void Write(string path, int rows)
    {
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create);
        Add(archive, "[Content_Types].xml", writer => writer.Write($"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"""));
        Add(archive, "_rels/.rels", writer => writer.Write($"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""));
        Add(archive, "xl/workbook.xml", writer => writer.Write($"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Contacts" sheetId="1" r:id="rId1"/></sheets></workbook>"""));
        Add(archive, "xl/_rels/workbook.xml.rels", writer => writer.Write($"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""));
        Add(archive, "xl/styles.xml", writer => writer.Write($"""<styleSheet xmlns="{Main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>"""));
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        Add(archive, "xl/worksheets/sheet1.xml", writer => WriteSheet(writer, rows, texts));
        Add(archive, "xl/sharedStrings.xml", writer => WriteTexts(writer, texts));
    }

    private static void Add(ZipArchive archive, string name, Action<StreamWriter> write)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024);
        writer.Write(Prolog);
        write(writer);
    }

    private static void WriteSheet(StreamWriter writer, int rows, Dictionary<string, int> texts)
    {
        writer.Write($"""<worksheet xmlns="{Main}" xmlns:r="{Office}"><dimension ref="A1:H{rows + 1}"/><sheetData>""");
        string[] fields = [.. SampleContact.Columns];
        for (int row = 0; row <= rows; row++)
        {
            if (row > 0)
            {
                SampleContact.Read(row - 1, PhoneNumberStyle.E164, fields);
            }

            writer.Write(string.Create(CultureInfo.InvariantCulture, $"""<row r="{row + 1}" spans="1:8">"""));
            for (int column = 0; column < fields.Length; column++)
            {
                WriteCell(writer, string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row + 1}"), fields[column], texts);
            }

            writer.Write("</row>");
        }

        writer.Write("</sheetData></worksheet>");
    }

    private static void WriteCell(StreamWriter writer, string place, string field, Dictionary<string, int> texts)
    {
        if (field.Length == 0)
        {
            return;
        }

        if (DateOnly.TryParseExact(field, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date))
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"""<c r="{place}" s="1"><v>{date.ToDateTime(default).ToOADate()}</v></c>"""));
        }
        else if (field[0] != '+' && long.TryParse(field, CultureInfo.InvariantCulture, out long number))
        {
            // A phone number with its plus is a text, as in a column that is formatted as text.
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"""<c r="{place}"><v>{number}</v></c>"""));
        }
        else
        {
            if (!texts.TryGetValue(field, out int index))
            {
                index = texts.Count;
                texts.Add(field, index);
            }

            writer.Write(string.Create(CultureInfo.InvariantCulture, $"""<c r="{place}" t="s"><v>{index}</v></c>"""));
        }
    }

    private static void WriteTexts(StreamWriter writer, Dictionary<string, int> texts)
    {
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"""<sst xmlns="{Main}" uniqueCount="{texts.Count}">"""));
        foreach (string text in texts.Keys)
        {
            writer.Write($"<si><t>{SecurityElement.Escape(text)}</t></si>");
        }

        writer.Write("</sst>");
    }
}
