using System.IO.Compression;
using System.Text;
using MiniExcelLibs;

namespace ContactsPS.Tests.Importing;

/// <summary>A sheet whose rows are given as XML.</summary>
public sealed record RawSheet(string Name, IReadOnlyList<string> Rows, string State = "visible");

/// <summary>Writes workbooks.</summary>
public static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>Writes a workbook. Each sheet is a list of rows, each row has its values by column. Numbers and dates keep their types.</summary>
    public static void Write(string path, Dictionary<string, List<Dictionary<string, object?>>> sheets) =>
        MiniExcel.SaveAs(path, sheets.ToDictionary(sheet => sheet.Key, sheet => (object)sheet.Value), overwriteFile: true);

    /// <summary>Writes a workbook of sheets in XML. Style 1 is the first of the number formats, and so on.</summary>
    public static void WriteRaw(string path, IReadOnlyList<RawSheet> sheets, params string[] formats)
    {
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create);
        Add("[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""");
        Add("_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Add("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{Each(sheets, (sheet, i) => $"""<sheet name="{sheet.Name}" sheetId="{i}" state="{sheet.State}" r:id="r{i}"/>""")}</sheets></workbook>""");
        Add("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships">{Each(sheets, (_, i) => $"""<Relationship Id="r{i}" Type="{Office}/worksheet" Target="worksheets/sheet{i}.xml"/>""")}</Relationships>""");
        Add("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts>{Each(formats, (format, i) => $"""<numFmt numFmtId="{200 + i}" formatCode="{format}"/>""")}</numFmts><cellXfs><xf numFmtId="0"/>{Each(formats, (_, i) => $"""<xf numFmtId="{200 + i}" applyNumberFormat="1"/>""")}</cellXfs></styleSheet>""");
        foreach ((int i, RawSheet sheet) in sheets.Index())
        {
            Add($"xl/worksheets/sheet{i + 1}.xml", $"""<worksheet xmlns="{Main}"><sheetData>{string.Concat(sheet.Rows)}</sheetData></worksheet>""");
        }

        void Add(string name, string content)
        {
            using Stream entry = archive.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(content));
        }
    }

    /// <summary>Writes a workbook of one sheet, whose rows are given as XML.</summary>
    /// <returns>The path.</returns>
    public static string WriteSheet(string path, params string[] rows)
    {
        WriteRaw(path, [new RawSheet("Sheet1", rows)]);
        return path;
    }

    private static string Each<T>(IEnumerable<T> items, Func<T, int, string> write) =>
        string.Concat(items.Select((item, i) => write(item, i + 1)));
}
