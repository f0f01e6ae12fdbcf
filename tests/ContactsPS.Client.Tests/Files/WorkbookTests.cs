namespace ContactsPS.Client.Tests;

/// <summary>What is read from the cells of a workbook.</summary>
public sealed class WorkbookTests
{
    [Theory]
    [InlineData("""<c r="A2"><f>B9</f></c>""", true)]
    [InlineData("""<c r="A2"><f>B9</f><v></v></c>""", true)]
    [InlineData("""<c r="A2"><f>B9</f><v/></c>""", true)]
    [InlineData("""<c r="A2" t="str"><f>B9</f><v></v></c>""", false)]
    [InlineData("""<c r="A2"/>""", false)]
    public void A_formula_without_its_value_is_a_problem_of_its_row(string cell, bool isProblem)
    {
        using WorksheetReader reader = Sheets.Open(new Sheets.Parts([Sheets.Header, $"""<row r="2">{cell}<c r="B2"><v>1</v></c></row>"""]));

        Assert.True(reader.Read());
        Assert.Equal(isProblem, reader.FindProblem()?.StartsWith("the cell A2 holds a formula without its value,", StringComparison.Ordinal) ?? false);
        Assert.Equal(isProblem ? "#N/A" : string.Empty, reader.GetText(0));
        Assert.Equal("1", reader.GetText(1));
    }

    private const string Styles = """<numFmts><numFmt numFmtId="200" formatCode="[h]:mm"/><numFmt numFmtId="201" formatCode="dd/mm/yyyy hh:mm"/><numFmt numFmtId="202" formatCode="[Red]#,##0"/></numFmts><fonts><font/></fonts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="200"/><xf numFmtId="201"/><xf numFmtId="46"/><xf numFmtId="20"/><xf numFmtId="202"/></cellXfs>""";

    [Theory]
    [InlineData("""<v>33612345678</v>""", "33612345678")]
    [InlineData("""<v>3.3612345678E10</v>""", "33612345678")]
    [InlineData("""<v>0612345678</v>""", "612345678")]
    [InlineData("""<v>-5</v>""", "-5")]
    [InlineData("""<v>0</v>""", "0")]
    [InlineData("""<v>0.30000000000000004</v>""", "0.3")]
    [InlineData("""<v>12345678901234567</v>""", "12345678901234600")]
    [InlineData("""<v>not a number</v>""", "not a number")]
    [InlineData("""<f>A1+1</f><v>7</v>""", "7")]
    [InlineData("""<v></v>""", "")]
    [InlineData("""<v>NaN</v>""", "NaN")]
    public void A_number_is_written_in_full(string content, string text) => AssertCell("", content, text);

    [Theory]
    [InlineData("1", "45610", "2024-11-14")]
    [InlineData("3", "45610.5", "2024-11-14 12:00:00")]
    [InlineData("5", "0.35416666666666669", "08:30:00")]
    [InlineData("2", "1.5", "36:00:00")]
    [InlineData("4", "-0.5", "-12:00:00")]
    [InlineData("1", "1", "1900-01-01")]
    [InlineData("1", "61", "1900-03-01")]
    [InlineData("6", "45610", "45610")]
    [InlineData("1", "1E+300", "1" + "000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("2", "NaN", "NaN")]
    [InlineData("99", "45610", "45610")]
    [InlineData("x", "45610", "45610")]
    public void A_number_is_a_date_a_time_or_a_duration_by_its_format(string style, string number, string text) =>
        AssertCell($"s=\"{style}\"", $"<v>{number}</v>", text);

    [Theory]
    [InlineData("1", "44148", "2024-11-14")]
    [InlineData("5", "0.5", "12:00:00")]
    [InlineData("2", "1.5", "36:00:00")]
    public void Days_may_be_counted_from_1904(string style, string number, string text) =>
        AssertCell($"s=\"{style}\"", $"<v>{number}</v>", text, """<workbookPr date1904="1"/>""");

    [Theory]
    [InlineData("t=\"inlineStr\"", "<is><t>Zoé</t></is>", "Zoé")]
    [InlineData("t=\"inlineStr\"", "<is><r><rPr><b/></rPr><t>Jean</t></r><r><t xml:space=\"preserve\"> Luc </t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh></is>", "Jean Luc ")]
    [InlineData("t=\"inlineStr\"", "<is><t xml:space=\"preserve\"> </t></is>", " ")]
    [InlineData("t=\"inlineStr\"", "<is><t><![CDATA[<&>]]></t></is>", "<&>")]
    [InlineData("t=\"inlineStr\"", "<is><t>a<!-- no -->b&amp;&#233;</t></is>", "ab&é")]
    [InlineData("t=\"str\"", "<f>A1</f><v>text</v>", "text")]
    [InlineData("t=\"str\"", "<v>a_x000D__x000A_b_x005F_x0041_ _x41_ _xZZZZ_ _x00e9_</v>", "a\r\nb_x0041_ _x41_ _xZZZZ_ _x00e9_")]
    [InlineData("t=\"str\"", "<v>_xD83D__xDE00_</v>", "😀")]
    [InlineData("t=\"str\"", "<v>_x0041_</v>", "A")]
    [InlineData("t=\"str\"", "<v>_x004</v>", "_x004")]
    [InlineData("t=\"s\"", "<v>1</v>", "shared")]
    [InlineData("t=\"s\"", "<v>0</v>", "rich text")]
    [InlineData("t=\"b\"", "<v>1</v>", "TRUE")]
    [InlineData("t=\"b\"", "<v>0</v>", "FALSE")]
    [InlineData("t=\"d\"", "<v>2024-11-14</v>", "2024-11-14")]
    [InlineData("t=\"d\"", "<v>2024-11-14T08:30:00.000</v>", "2024-11-14 08:30:00")]
    [InlineData("t=\"d\"", "<v>2024-11-14T00:00:00Z</v>", "2024-11-14")]
    [InlineData("t=\"d\"", "<v>08:30:00</v>", "08:30:00")]
    public void A_cell_has_a_value_of_its_type(string attributes, string content, string text) => AssertCell(attributes, content, text);

    [Fact]
    public void Elements_and_attributes_of_other_namespaces_are_not_read() => AssertCell(
        "xmlns:x=\"urn:x\" x:t=\"s\" x:r=\"Q9\"", "<x:v>1</x:v><v>5</v><extLst><ext><v>7</v></ext></extLst>", "5");

    [Fact]
    public void A_strict_workbook_is_read() => Assert.Equal(
        ["2: +33612345678 | shared"],
        Sheets.Read(new Sheets.Parts([Sheets.Header, """<row r="2"><c r="A2" t="inlineStr"><is><t>+33612345678</t></is></c><c r="B2" t="s"><v>0</v></c></row>"""])
        {
            IsStrict = true,
            SharedStrings = ["<si><t>shared</t></si>"],
        }));

    [Fact]
    public void Rows_and_cells_without_a_reference_follow_the_one_before() => Assert.Equal(
        ["2: 1 | 2", "7: 3 | 4", "8:  | 5"],
        Sheets.Read(new Sheets.Parts([Sheets.Header, "<row><c><v>1</v></c><c><v>2</v></c></row>", "<row r=\"5\"/><row r=\"6\"></row>", "<row r=\"7\"><c r=\"A7\"><v>3</v></c><c><v>4</v></c></row>", "<row><c/><c r=\"B8\"><v>5</v></c><c s=\"1\"/></row>"])));

    [Fact]
    public void Cells_behind_the_last_column_of_the_header_are_not_kept()
    {
        using WorksheetReader reader = Sheets.Open(new Sheets.Parts([Sheets.Header, """<row r="2"><c r="A2"><v>1</v></c><c r="C2"><v>2</v></c><c r="D2" t="e"><v>#N/A</v></c></row>""", """<row r="3"><c r="C3"><v>2</v></c></row>"""]));

        Assert.True(reader.Read());

        Assert.Equal(["phone", "name"], reader.Columns);
        Assert.Equal(["1", ""], reader.GetSource().Fields.ToArray());
        Assert.Null(reader.FindProblem());
        Assert.False(reader.Read());
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_header_that_is_given_has_the_columns_of_the_first_row_too()
    {
        using WorksheetReader reader = Sheets.Open(
            new Sheets.Parts(["""<row r="3"><c r="A3"><v>1</v></c><c r="C3"><v>2</v></c><c r="D3"/></row>"""]), header: ["phone"]);

        Assert.Equal(["phone", "H2", "H3"], reader.Columns);
        Assert.Equal(0, reader.LineNumber);
        Assert.True(reader.Read());
        Assert.Equal((3, "2"), (reader.LineNumber, reader.GetText(2)));
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_stray_cell_in_the_last_row_and_column_costs_nothing()
    {
        using WorksheetReader reader = Sheets.Open(new Sheets.Parts([Sheets.Header, """<row r="2"><c r="A2"><v>1</v></c></row>""", """<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"""]));
        Assert.True(reader.Read());
        long before = GC.GetAllocatedBytesForCurrentThread();

        Assert.False(reader.Read());

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void The_first_sheet_with_cells_is_read_and_a_chart_can_not_be_named()
    {
        var parts = new Sheets.Parts([Sheets.Header, """<row r="2"><c r="A2"><v>1</v></c></row>"""])
        {
            SheetsBefore = """<sheet name="Chart" sheetId="1" r:id="r1"/>""",
            RelationshipsBefore = """<Relationship Id="r1" Type="OFFICE/chartsheet" Target="chartsheets/sheet1.xml"/>""",
        };

        Assert.Equal(["2: 1 | "], Sheets.Read(parts));
        WorksheetException error = Assert.Throws<WorksheetException>(() => Sheets.Read(parts, "chart"));
        Assert.Equal("'Chart' is a chart or a macro, and has no cells. Its sheets are: Contacts.", error.Message);
    }

    [Fact]
    public void Progress_ends_at_one()
    {
        using WorksheetReader reader = Sheets.Open(new Sheets.Parts(Enumerable.Range(2, 5000).Select(i => $"<row r=\"{i}\"><c><v>{i}</v></c></row>").Prepend(Sheets.Header)));
        double? last = 0;
        while (reader.Read())
        {
            Assert.InRange(reader.Progress!.Value, last!.Value, 1);
            last = reader.Progress;
        }

        Assert.Equal(1, reader.Progress);
    }

    private static void AssertCell(string attributes, string content, string text, string properties = "")
    {
        var parts = new Sheets.Parts([Sheets.Header, $"""<row r="2"><c r="A2" {attributes}>{content}</c><c r="B2"><v>9</v></c></row>"""])
        {
            Styles = Styles,
            Properties = properties,
            SharedStrings = ["""<si><r><t xml:space="preserve">rich </t></r><r><t>text</t></r><phoneticPr fontId="1"/></si><si><t>shared</t></si>"""],
        };

        Assert.Equal([$"2: {text} | 9"], Sheets.Read(parts));
    }
}
