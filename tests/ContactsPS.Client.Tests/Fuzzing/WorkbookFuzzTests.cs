using System.IO.Compression;
using CsCheck;

namespace ContactsPS.Client.Tests.Fuzzing;

/// <summary>Hostile workbooks: the parts of a valid package are changed, or the bytes of the package.</summary>
public sealed class WorkbookFuzzTests(ITestOutputHelper output)
{
    private const string Styles =
        """<numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd;@"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>""";

    private static readonly string[] s_rows =
    [
        Sheets.Header,
        """<row r="2" spans="1:2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="str"><f>A2&amp;"x"</f><v>Zoé</v></c></row>""",
        """<row r="3"><c r="A3"><v>33612345678</v></c><c r="B3" s="2"><v>45610.5</v></c></row>""",
        """<row r="4"><c t="inlineStr"><is><r><t xml:space="preserve"> +336 </t></r><r><t>12345678_x000D_</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c><c t="b"><v>1</v></c></row>""",
        """<row r="9"><c r="A9" t="e"><v>#N/A</v></c><c r="B9" s="3" t="n"><v>1.5E+2</v></c><c r="D9" t="d"><v>2024-11-14T00:00:00</v></c></row><!-- c --><row><c><v/></c></row>""",
    ];

    private static readonly string[] s_tokens =
    [
        "<row>", "</row>", "<c>", "<c r=\"XFD1048576\">", "<row r=\"1048577\">", "<row r=\"2147483648\">", "<v>", "</v>", "t=\"s\"", "t=\"b\"", "s=\"4294967296\"", "r=\"ZZZZZ3\"",
        "<si><t>a</t></si>", "<![CDATA[", "]]>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#0;", "&#x10FFFF;", "&lt;", "<?xml version=\"1.0\" encoding=\"utf-16\"?>", "xmlns=\"x\"", "1E308", "-1", "2958466", "<mergeCell ref=\"A1:B9\"/>",
    ];

    private static readonly byte[] s_package = Sheets.Write(new Sheets.Parts(s_rows)
    {
        SharedStrings = ["<si><t>+33612345671</t></si><si><r><t>a</t></r></si>"],
        Styles = Styles,
        Properties = """<workbookPr date1904="1"/>""",
    });

    private static readonly (string Name, byte[] Bytes)[] s_parts = ReadParts();

    [Fact]
    public Task A_workbook_with_a_changed_part_is_read_or_refused()
    {
        byte[][] tokens = Mutations.Texts(s_tokens);
        Gen<(int Part, byte[] Bytes)> changes = Gen.Int[0, s_parts.Length - 1]
            .SelectMany(part => Mutations.Of([s_parts[part].Bytes], tokens).Select(bytes => (part, bytes)));
        return new Fuzzer(output).RunAsync(
            Gen.Select(changes, Gen.Bool),
            input => Read(Pack(input.Item1.Part, input.Item1.Bytes), input.Item2),
            input => $"{s_parts[input.Item1.Part].Name} {Convert.ToBase64String(input.Item1.Bytes)} {input.Item2}",
            share: 0.5);
    }

    [Fact]
    public Task A_changed_package_is_read_or_refused() =>
        new Fuzzer(output).RunAsync(
            Gen.Select(
                Mutations.Of([s_package, .. Mutations.Corpus("workbook-")], Mutations.Texts("PK\u0001\u0002", "PK\u0003\u0004", "PK\u0005\u0006", "xl/workbook.xml", "xl/worksheets/sheet9.xml")),
                Gen.Bool),
            input => Read(input.Item1, input.Item2),
            input => $"{Convert.ToBase64String(input.Item1)} {input.Item2}");

    private static void Read(byte[] workbook, bool isUnchecked)
    {
        using (var rows = new WorksheetReader(new MemoryStream(workbook), worksheetName: null))
        {
            FuzzedRows.Read(rows);
        }

        using var again = new WorksheetReader(new MemoryStream(workbook), worksheetName: null);
        FuzzedRows.Send(again, isUnchecked);
    }

    private static (string, byte[])[] ReadParts()
    {
        using var archive = new ZipArchive(new MemoryStream(s_package));
        return [.. archive.Entries.Select(entry =>
        {
            using Stream part = entry.Open();
            var bytes = new MemoryStream();
            part.CopyTo(bytes);
            return (entry.FullName, bytes.ToArray());
        })];
    }

    private static byte[] Pack(int changed, byte[] bytes)
    {
        var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (int i = 0; i < s_parts.Length; i++)
            {
                using Stream part = archive.CreateEntry(s_parts[i].Name, CompressionLevel.NoCompression).Open();
                part.Write(i == changed ? bytes : s_parts[i].Bytes);
            }
        }

        return file.ToArray();
    }
}
