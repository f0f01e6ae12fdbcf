using System.Text.Json.Nodes;

namespace ContactsPS.Tests.Importing;

/// <summary>Hidden sheets, cells with errors, times, and damaged workbooks.</summary>
public sealed class WorksheetTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly ModuleShell _shell = fixture.Shell;
    private readonly Sandbox _sandbox = fixture.Sandbox;
    private readonly TemporaryFolder _folder = new();
    private readonly string _list = Unique.Name("list");

    private static string Header => Row(1, Text("A1", "phone"), Text("B1", "first_name"), Text("C1", "Stock"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("hidden")]
    [InlineData("veryHidden")]
    public void A_hidden_sheet_is_read_only_when_it_is_named(string state)
    {
        string path = Write(
            new RawSheet("Codes", [Row(1, Text("A1", "phone")), Row(2, Text("A2", "+33612345671"))], state),
            new RawSheet("Contacts", [Row(1, Text("A1", "phone")), Row(2, Text("A2", "+33612345672"))]));

        Import(path);
        Assert.Equal(["+33612345672"], _sandbox.Numbers(_list).Order(StringComparer.Ordinal));

        Import(path, "-WorksheetName Codes");
        Assert.Equal(["+33612345671", "+33612345672"], _sandbox.Numbers(_list).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "phone,first_name,LineNumber,ErrorId,Reason")]
    [InlineData("-Delimiter ';'", "phone;first_name;LineNumber;ErrorId;Reason")]
    public void The_rejects_of_a_workbook_have_commas_or_the_given_delimiter(string options, string header)
    {
        string path = Write(new RawSheet(
            "Contacts",
            [Row(1, Text("A1", "phone"), Text("B1", "first_name")), Row(2, Text("A2", "06 12"), Text("B2", "Zoé")), Row(3, Text("A3", "+33612345672"))]));
        string rejects = _folder.Find("rejects.csv");

        Import(path, $"-RejectedPath '{rejects}' {options}");

        string[] lines = File.ReadAllLines(rejects);
        Assert.Equal((2, header), (lines.Length, lines[0]));
    }

    [Fact]
    public void The_error_of_a_workbook_with_only_hidden_sheets_names_them()
    {
        string path = Write(new RawSheet("Codes", [Row(1, Text("A1", "phone"))], "hidden"));

        Assert.Contains("Codes", Import(path).ThrewId("FileMalformed").Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_of_a_missing_sheet_names_the_existing_sheets()
    {
        string path = Write(new RawSheet("One", [Header]), new RawSheet("Two", [Header]));

        ErrorRecord error = Import(path, "-WorksheetName Three").ThrewId("FileMalformed");

        Assert.Contains("One, Two", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<c r="A2"><v>1E+30</v></c>""")]
    [InlineData("""<c r="A2"><v>-1E+300</v></c>""")]
    [InlineData("""<c r="A2"><v>1E-300</v></c>""")]
    [InlineData("""<c r="A2" t="e"><v>#N/A</v></c>""")]
    [InlineData("""<c r="A2" t="e"><v>#DIV/0!</v></c>""")]
    public void A_cell_without_a_phone_number_rejects_its_row_and_the_next_is_read(string cell)
    {
        string path = Workbook.WriteSheet(
            _folder.Find("a.xlsx"),
            """<row r="1"><c r="A1" t="inlineStr"><is><t>phone</t></is></c><c r="B1" t="inlineStr"><is><t>name</t></is></c></row>""",
            $"""<row r="2">{cell}<c r="B2" t="inlineStr"><is><t>Zoé</t></is></c></row>""",
            """<row r="3"><c r="A3"><v>33639981235</v></c></row>""");

        ShellResult result = _shell.Run($"Import-Contact '{path}' -DefaultRegion FR");

        Assert.StartsWith("Line 2: ", Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);
        Assert.Equal((2, 1, 1), (result.Summary().Read, result.Summary().Accepted, result.Summary().Rejected));
    }

    [Fact]
    public void A_cell_with_an_error_rejects_its_row_and_the_stored_contact_is_kept()
    {
        Import(Write(new RawSheet("Good", [Header, Row(2, Text("A2", "+33612345671"), Text("B2", "Zoé"))])));
        string path = Write(new RawSheet(
            "Bad",
            [
                Header,
                Row(2, Text("A2", "+33612345671"), Error("B2", "#N/A")),
                Row(3, Text("A3", "+33612345672"), Text("B3", "Ann")),
                Row(4, Error("A4", "#REF!")),
            ]));

        ShellResult result = Import(path);

        Assert.Equal(["RowMalformed", "RowMalformed"], result.ErrorIds());
        Assert.StartsWith("Line 2: the cell B2 holds #N/A,", result.Errors[0].Exception.Message, StringComparison.Ordinal);
        Assert.Equal("#N/A", result.Errors[0].TargetObject.Read("first_name"));
        Assert.StartsWith("Line 4: the cell A4 holds #REF!,", result.Errors[1].Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["Zoé", "Ann"], _sandbox.FirstNames(_list));
    }

    [Fact]
    public void A_cell_with_an_error_is_found_without_row_and_cell_references()
    {
        string path = Write(new RawSheet(
            "S",
            [
                "<row><c t=\"inlineStr\"><is><t>phone</t></is></c><c t=\"inlineStr\"><is><t>first_name</t></is></c></row>",
                Row(3, Text("A3", "+33612345671"), Text("B3", "Zoé")),
                "<row><c t=\"inlineStr\"><is><t>+33612345672</t></is></c><c t=\"e\"><v>#NAME?</v></c></row>",
                Row(5, Text("A5", "+33612345673"), Text("B5", "Ann")),
            ]));

        ErrorRecord error = Import(path).OneError("RowMalformed");

        Assert.StartsWith("Line 4: the cell B4 holds #NAME?,", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["Zoé", "Ann"], _sandbox.FirstNames(_list));
    }

    [Fact]
    public void An_error_in_an_unused_column_rejects_no_row()
    {
        string path = Write(new RawSheet("S", [Header, Row(2, Text("A2", "+33612345671"), Error("C2", "#N/A"))]));

        Assert.Equal(1, Import(path).Summary().Accepted);

        // A script block may read any column.
        Import(path, "-PropertyMap @{ Param1 = { $_.Stock } }").OneError("RowMalformed");
    }

    [Fact]
    public void Times_and_durations_are_sent_as_hours_and_dates_as_dates()
    {
        Workbook.WriteRaw(
            _folder.Find("t.xlsx"),
            [
                new RawSheet(
                    "S",
                    [
                        Row(1, Text("A1", "phone"), Text("B1", "param1"), Text("C1", "param2"), Text("D1", "param3"), Text("E1", "param4"), Text("F1", "param5")),
                        Row(2, Text("A2", "+33612345671"), Number("B2", "0.5", 1), Number("C2", "1.5", 2), Number("D2", "45610.5", 3), Number("E2", "0.33333333333333331", 2), Number("F2", "0.35416666666666669", 1)),
                    ]),
            ],
            "h:mm",
            "[h]:mm:ss",
            "yyyy-mm-dd hh:mm");

        Import(_folder.Find("t.xlsx"));

        JsonObject contact = Assert.Single(_sandbox.Contacts(_list));
        Assert.Equal(
            ["12:00:00", "36:00:00", "2024-11-14 12:00:00", "08:00:00", "08:30:00"],
            Enumerable.Range(1, 5).Select(i => (string?)contact[$"param{i}"]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void The_error_of_a_title_above_the_header_has_its_text_and_line_number(int line)
    {
        string path = Write(new RawSheet("S", [Row(line, Text($"A{line}", "Customers of 2024")), Row(5, Text("A5", "phone"))]));

        ErrorRecord error = Import(path).ThrewId("NoPhoneNumberColumn");

        Assert.Contains($"Line {line} was taken for the header, and the columns are: Customers of 2024. Line 5 looks like the header: phone.", error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("-WorksheetName", error.Exception.Message, StringComparison.Ordinal);
    }

    private static string Row(int line, params string[] cells) => $"<row r=\"{line}\">{string.Concat(cells)}</row>";

    private static string Text(string cell, string text) => $"<c r=\"{cell}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";

    private static string Number(string cell, string number, int style) => $"<c r=\"{cell}\" s=\"{style}\"><v>{number}</v></c>";

    private static string Error(string cell, string error) => $"<c r=\"{cell}\" t=\"e\"><f>X</f><v>{error}</v></c>";

    private string Write(params RawSheet[] sheets)
    {
        string path = _folder.Find($"{sheets[0].Name}.xlsx");
        Workbook.WriteRaw(path, sheets);
        return path;
    }

    private ShellResult Import(string path, string more = "") => _shell.Run($"Import-Contact '{path}' -ListName '{_list}' {more}");
}
