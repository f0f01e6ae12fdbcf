namespace ContactsPS.Tests.Importing;

/// <summary>Workbooks that are damaged, empty or not workbooks.</summary>
public sealed class DamagedWorkbookTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly ModuleShell _shell = fixture.Shell;
    private readonly Sandbox _sandbox = fixture.Sandbox;
    private readonly TemporaryFolder _folder = new();
    private readonly string _list = Unique.Name("list");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("phone\n+33639981235\n")]
    [InlineData("")]
    [InlineData("PK\u0003\u0004 and so on")]
    public void A_file_that_is_not_a_workbook_is_an_error(string content)
    {
        string path = _folder.Write("a.xlsx", content);

        ErrorRecord error = _shell.Run($"Import-Contact '{path}'").ThrewId("FileMalformed");

        Assert.Contains(path, error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_sheet_is_an_error()
    {
        ErrorRecord error = _shell.Run($"Import-Contact '{Workbook.WriteSheet(_folder.Find("a.xlsx"))}'").ThrewId("FileMalformed");

        Assert.Contains("is empty", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_in_a_sheet_is_an_error_and_the_rows_before_it_are_sent()
    {
        string path = Workbook.WriteSheet(
            _folder.Find("a.xlsx"),
            """<row r="1"><c r="A1" t="inlineStr"><is><t>phone</t></is></c></row>""",
            """<row r="2"><c r="A2"><v>33639981234</v></c></row>""",
            """<row r="3"><c r="A3"><v>33639981235</v></row>""");

        ErrorRecord error = _shell.Run($"Import-Contact '{path}' -ListName '{_list}' -DefaultRegion FR").OneError("FileMalformed");

        Assert.Contains("at cell A3 of the sheet 'Sheet1'", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["+33639981234"], _sandbox.Numbers(_list));
    }

    [Fact]
    public void A_damaged_second_sheet_is_refused()
    {
        const string Header = """<row r="1"><c r="A1" t="inlineStr"><is><t>phone</t></is></c></row>""";
        string path = _folder.Find("a.xlsx");
        Workbook.WriteRaw(path, [new RawSheet("One", [Header]), new RawSheet("Two", [Header, "<row><c></row>"])]);

        _shell.Run($"Import-Contact '{path}' -ListName '{_list}' -WorksheetName Two").ThrewId("FileMalformed");
    }

    [Theory]
    [InlineData("D0CF11E0A1B11AE1")]
    [InlineData("0908100000060500BB0DCC0700000000000000000000000000000000000000000000000000000000")]
    public void A_damaged_workbook_is_an_error_and_the_next_file_is_read(string bytes)
    {
        string first = _folder.Write("1.csv", "phone,first_name\n+33612345671,One\n");
        string damaged = _folder.Find("2.xls");
        File.WriteAllBytes(damaged, Convert.FromHexString(bytes));
        string third = _folder.Write("3.csv", "phone,first_name\n+33612345673,Three\n");

        ShellResult result = _shell.Run($"Import-Contact '{first}', '{damaged}', '{third}' -ListName '{_list}'");

        Assert.Contains(damaged, result.OneError("FileMalformed").Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["One", "Three"], _sandbox.FirstNames(_list));
    }
}
