using System.IO.Compression;
using System.Text;

namespace ContactsPS.Client.Tests;

/// <summary>Writes workbooks of one sheet from XML, piece by piece, so that a sheet may be larger than the memory.</summary>
internal static class Sheets
{
    /// <summary>The namespaces of transitional files: of the sheets, and of relationships.</summary>
    public static readonly (string Main, string Office) Transitional = (
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships");

    /// <summary>The namespaces of strict files.</summary>
    public static readonly (string Main, string Office) Strict = (
        "http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <summary>The row of a header: phone and name.</summary>
    public const string Header = """<row r="1"><c r="A1" t="inlineStr"><is><t>phone</t></is></c><c r="B1" t="inlineStr"><is><t>name</t></is></c></row>""";

    /// <summary>Writes a workbook to memory, and opens it.</summary>
    public static WorksheetReader Open(Parts parts, string? name = null, IReadOnlyList<string>? header = null) =>
        new(new MemoryStream(Write(parts)), name, header);

    /// <summary>Reads the rows of a workbook as text: the row, and its fields.</summary>
    public static List<string> Read(Parts parts, string? name = null)
    {
        using WorksheetReader reader = Open(parts, name);
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add($"{reader.LineNumber}: {string.Join(" | ", reader.GetSource().Fields.ToArray())}");
        }

        return rows;
    }

    /// <summary>The bytes of a workbook.</summary>
    public static byte[] Write(Parts parts)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            (string main, string office) = parts.IsStrict ? Strict : Transitional;
            Add("[Content_Types].xml", [$"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"""]);
            Add("_rels/.rels", [$"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""]);
            Add("xl/workbook.xml", [$"""{parts.Prolog}<workbook xmlns="{main}" xmlns:r="{office}">{parts.Properties}<sheets>{parts.SheetsBefore}<sheet name="Contacts" sheetId="9" r:id="r9"/></sheets></workbook>"""]);
            Add("xl/_rels/workbook.xml.rels", [$"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r9" Type="{office}/worksheet" Target="worksheets/sheet9.xml"/>{parts.RelationshipsBefore.Replace("OFFICE", office, StringComparison.Ordinal)}</Relationships>"""]);
            if (parts.SharedStrings is { } shared)
            {
                Add("xl/sharedStrings.xml", shared.Prepend($"""<sst xmlns="{main}">""").Append("</sst>"));
            }

            Add("xl/styles.xml", [$"""<styleSheet xmlns="{main}">{parts.Styles}</styleSheet>"""]);
            Add("xl/worksheets/sheet9.xml", parts.Rows.Prepend($"""<worksheet xmlns="{main}"><sheetData>""").Append("</sheetData></worksheet>"));

            void Add(string name, IEnumerable<string> content)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 64 * 1024);
                foreach (string piece in content)
                {
                    writer.Write(piece);
                }
            }
        }

        return file.ToArray();
    }

    /// <summary>What is in a workbook.</summary>
    /// <param name="Rows">The XML in the element with the rows.</param>
    internal sealed record Parts(IEnumerable<string> Rows)
    {
        /// <summary>The XML in the shared texts; null: there is no such part.</summary>
        public IEnumerable<string>? SharedStrings { get; init; }

        /// <summary>The XML in the styles.</summary>
        public string Styles { get; init; } = string.Empty;

        /// <summary>The XML before the list of sheets.</summary>
        public string Properties { get; init; } = string.Empty;

        /// <summary>The sheets before the one with the rows.</summary>
        public string SheetsBefore { get; init; } = string.Empty;

        /// <summary>Relationships of the workbook; OFFICE stands for the namespace.</summary>
        public string RelationshipsBefore { get; init; } = string.Empty;

        /// <summary>What the part of the workbook begins with.</summary>
        public string Prolog { get; init; } = string.Empty;

        /// <summary>Whether it is a strict file.</summary>
        public bool IsStrict { get; init; }
    }
}
