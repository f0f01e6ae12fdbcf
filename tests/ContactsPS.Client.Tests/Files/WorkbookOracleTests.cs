using System.Globalization;
using System.Security;
using System.Text;
using CsCheck;
using ExcelDataReader;

namespace ContactsPS.Client.Tests;

/// <summary>Compares the cells that are read with those of another library.</summary>
public sealed class WorkbookOracleTests
{
    private const string Formats = """<numFmts><numFmt numFmtId="164" formatCode="[hh]:mm"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy hh:mm"/><numFmt numFmtId="166" formatCode="#,##0.00 &quot;days&quot;"/><numFmt numFmtId="167" formatCode="[$-40C]d mmmm yyyy;@"/><numFmt numFmtId="168" formatCode="h:mm AM/PM"/><numFmt numFmtId="169" formatCode="00&quot; &quot;00&quot; &quot;00"/><numFmt numFmtId="170" formatCode="yyyy\-mm\-dd;;[Red]General"/></numFmts>""";

    private static readonly string[] s_shared = ["", "Zoé", "Saint-Étienne", " a ", "_x0041_b", "😀", "a\nb"];

    private static readonly string s_styles =
        $"{Formats}<cellXfs>{string.Concat(Enumerable.Range(0, 50).Concat(Enumerable.Range(164, 7)).Where(IsKnown).Select(id => $"<xf numFmtId=\"{id}\" applyNumberFormat=\"1\"/>"))}</cellXfs>";

    private static readonly int s_styleCount = Enumerable.Range(0, 50).Concat(Enumerable.Range(164, 7)).Count(IsKnown);

    /// <summary>Less than a day is left out: in a workbook that counts from 1904, the library makes it a date of 1904.</summary>
    private static readonly Gen<string> s_days = Gen.OneOf(
        Gen.Long[1, 100_000].Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Double[1, 100_000].Select(number => number.ToString("R", CultureInfo.InvariantCulture)),
        Gen.Int[-100_000, -2].Select(number => number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The library fails on a duration of more days than a TimeSpan holds.</summary>
    private static readonly Gen<string> s_number = Gen.OneOf(
        s_days,
        Gen.Long[1, 999_999_999_999_999_999].Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Double[1, 1e12].Select(number => number.ToString("E10", CultureInfo.InvariantCulture)));

    private static readonly Gen<string> s_text = Gen.OneOf(
        Gen.OneOf("", "Zoé", "_x000D_", "_x00e9_", "_x005F_x0041_", "a_x", "<&>\"'", " ", "😀", "+33612345678", "\t", "\n"),
        Gen.Char['a', 'z'].Array[0, 40].Select(letters => new string(letters))).Array[1, 4].Select(string.Concat);

    private static readonly Gen<string> s_cell = Gen.OneOf(
        Gen.Select(s_days, Gen.Int[0, 60]).Select((number, style) => $" s=\"{style}\"><v>{number}</v>"),
        s_number.Select(number => $"><f>A1+1</f><v>{number}</v>"),
        Gen.Int[0, s_shared.Length - 1].Select(index => $" t=\"s\" s=\"1\"><v>{index}</v>"),
        s_text.Select(text => $" t=\"str\"><v>{SecurityElement.Escape(text)}</v>"),
        s_text.Select(text => $" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is>"),
        Gen.Select(s_text, s_text).Select((first, second) => $" t=\"inlineStr\"><is><r><rPr/><t>{SecurityElement.Escape(first)}</t></r><r><t xml:space=\"preserve\">{SecurityElement.Escape(second)}</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></is>"),
        Gen.OneOf(" t=\"b\"><v>1</v>", " t=\"b\"><v>0</v>", " t=\"d\"><v>2024-11-14</v>", " s=\"3\">", "><v></v>", " t=\"n\"><v>x</v>", "><v/>", ">"));

    private static readonly Gen<string> s_rows = Gen.Select(s_cell, Gen.Int[0, 2]).Array[0, 6].Select(cells => cells).Array[0, 8].Select(Write);

    /// <summary>The library asks the runtime for code page 1252.</summary>
    static WorkbookOracleTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static bool IsKnown(int id) => id is < 23 or > 26 and (< 27 or > 36);

    [Fact]
    public void Cells_are_read_as_another_library_reads_them() => Gen.Select(s_rows, Gen.Bool, Gen.Bool).Sample(
        (rows, isFrom1904, isStrict) =>
        {
            var parts = new Sheets.Parts([Header(), rows])
            {
                Styles = s_styles,
                Properties = isFrom1904 ? """<workbookPr date1904="1"/>""" : "<workbookPr/>",
                SharedStrings = s_shared.Select(text => $"<si><t xml:space=\"preserve\">{text}</t></si>"),
            };

            // The library doesn't read strict files.
            using WorksheetReader reader = Sheets.Open(parts with { IsStrict = isStrict });
            using IExcelDataReader other = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(Sheets.Write(parts)));
            other.Read();
            for (int line = 2; other.Read(); line++)
            {
                string[] fields = [.. Enumerable.Range(0, Columns).Select(i => i < other.FieldCount ? CellValue.ToText(other.GetValue(i)) : string.Empty)];
                if (Array.Exists(fields, field => field.Length > 0))
                {
                    Assert.True(reader.Read());
                    Assert.Equal(line, reader.LineNumber);
                    Assert.Equal(fields, reader.GetSource().Fields.ToArray());
                }
            }

            Assert.False(reader.Read());
        },
        iter: 1000);

    private const int Columns = 12;

    private static string Header() => $"<row r=\"1\">{string.Concat(Enumerable.Range(0, Columns).Select(i => $"<c t=\"str\"><v>c{i}</v></c>"))}</row>";

    /// <summary>Writes rows whose cells leave columns and rows out.</summary>
    private static string Write((string Cell, int Gap)[][] rows)
    {
        var xml = new StringBuilder();
        int line = 1;
        foreach ((string Cell, int Gap)[] cells in rows)
        {
            line += 1 + (cells.Length % 2);
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{line}\">");
            int column = -1;
            foreach ((string cell, int gap) in cells)
            {
                column += 1 + gap;
                xml.Append(CultureInfo.InvariantCulture, $"<c{(gap > 0 ? $" r=\"{SheetSource.NameOf(column)}{line}\"" : string.Empty)}{cell}</c>");
            }

            xml.Append("</row>");
        }

        return xml.ToString();
    }
}
