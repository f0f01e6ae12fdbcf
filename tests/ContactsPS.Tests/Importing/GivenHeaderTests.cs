namespace ContactsPS.Tests.Importing;

/// <summary>-Header, for files that have none, and columns of one name.</summary>
public sealed class GivenHeaderTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly ModuleShell _shell = fixture.Shell;
    private readonly Sandbox _sandbox = fixture.Sandbox;
    private readonly TemporaryFolder _folder = new();
    private readonly string _list = Unique.Name("list");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_error_of_a_file_without_a_header_says_how_to_name_its_columns()
    {
        string file = _folder.Write("a.csv", "0639984401;Martin\n0639984402;Petit\n");

        string message = Import(file).ThrewId("NoPhoneNumberColumn").Exception.Message;

        Assert.Contains("'0639984401' could be a phone number", message, StringComparison.Ordinal);
        Assert.Contains("-Header PhoneNumber, FirstName, LastName", message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_header_that_is_given_the_first_row_is_a_contact()
    {
        string file = _folder.Write("a.csv", "0639984401;Martin\n0639984402;Petit\n");

        ShellResult result = Import(file, "-Header PhoneNumber, LastName");

        Assert.Equal((2, 2), (result.Summary().Read, result.Summary().Accepted));
        Assert.Empty(result.Warnings);
        Assert.Equal(
            ["+33639984401 Martin", "+33639984402 Petit"],
            _sandbox.Contacts(_list).Select(contact => $"{contact["phone_number"]} {contact["last_name"]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_same_header_reads_the_rejects_file_of_a_file_without_one()
    {
        string rejects = _folder.Find("rejects.csv");
        Import(_folder.Write("a.csv", "06399;Martin\n0639984402;Petit\n"), $"-Header PhoneNumber, LastName -RejectedPath '{rejects}'");
        File.WriteAllText(rejects, File.ReadAllText(rejects).Replace("06399;", "0639984401;", StringComparison.Ordinal));

        ShellResult result = Import(rejects, "-Header PhoneNumber, LastName");

        Assert.Empty(result.Errors);
        Assert.Equal((1, 1), (result.Summary().Read, result.Summary().Accepted));
        Assert.Equal(["+33639984401", "+33639984402"], _sandbox.Numbers(_list).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void In_a_workbook_the_first_row_is_a_contact_too_and_no_cell_is_lost()
    {
        string file = _folder.Find("a.xlsx");
        Workbook.WriteRaw(file, [new RawSheet("S", ["""<row r="1"><c r="A1" t="inlineStr"><is><t>0639984403</t></is></c><c r="B1" t="inlineStr"><is><t>x</t></is></c></row>""", """<row r="2"><c r="A2" t="inlineStr"><is><t>bad</t></is></c><c r="B2" t="inlineStr"><is><t>y</t></is></c></row>"""])]);
        string rejects = _folder.Find("rejects.csv");

        ShellResult result = Import(file, $"-Header Phone -RejectedPath '{rejects}'");

        Assert.Equal((2, 1, 1), (result.Summary().Read, result.Summary().Accepted, result.Summary().Rejected));
        DelimitedText rows = DelimitedText.Read(rejects);
        Assert.Equal(["Phone", "H2", "LineNumber", "ErrorId", "Reason"], rows.Columns);
        Assert.Equal(["2"], rows["LineNumber"]);
        Assert.Equal(["y"], rows["H2"]);
    }

    [Theory]
    [InlineData("a.csv", "-Header Phone, Phone", "0639984404,0639984405\n")]
    [InlineData("a.jsonl", "-Header Phone", "{\"phone\":\"0639984404\"}\n")]
    public void A_header_that_can_not_be_is_refused(string name, string options, string text)
    {
        string file = _folder.Write(name, text);

        Assert.Equal(ErrorCategory.InvalidArgument, Import(file, options).ThrewId("HeaderInvalid").CategoryInfo.Category);
    }

    [Fact]
    public void A_journal_is_of_the_header_too()
    {
        string file = _folder.Write("a.csv", "0639984405;Martin\n");
        string journal = _folder.Find("a.journal");
        Import(file, $"-Header Phone, LastName -JournalPath '{journal}'");

        ErrorRecord error = Import(file, $"-Header Phone, FirstName -JournalPath '{journal}'").ThrewId("JournalMismatch");

        Assert.Contains("header", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_of_one_name_are_both_kept_in_the_rejects_which_can_be_imported_again()
    {
        string file = _folder.Write("a.csv", "Mobile,Notes,Notes\nbad,one,two\n");
        string[] rejects = [_folder.Find("first.csv"), _folder.Find("second.csv")];

        Assert.Equal(1, Import(file, $"-RejectedPath '{rejects[0]}'").Summary().Rejected);
        Assert.Equal(1, Import(rejects[0], $"-RejectedPath '{rejects[1]}'").Summary().Rejected);

        Assert.All(rejects, path =>
        {
            DelimitedText rows = DelimitedText.Read(path);
            Assert.Equal(["Mobile", "Notes", "Notes (2)", "LineNumber", "ErrorId", "Reason"], rows.Columns);
            Assert.Equal(["one"], rows["Notes"]);
            Assert.Equal(["two"], rows["Notes (2)"]);
        });
    }

    [Fact]
    public void A_row_with_columns_of_one_name_is_an_object_with_both()
    {
        string file = _folder.Write("a.csv", "Mobile,Notes,Notes\n0639984406,one,two\nbad,three,four\n");

        ShellResult result = Import(file, "-PropertyMap @{ Param1 = { $_.'Notes (2)' } }");

        PSObject row = Assert.IsType<PSObject>(result.OneError("PhoneNumberInvalid").TargetObject, exactMatch: false);
        Assert.Equal(("three", "four"), (row.Value<string>("Notes"), row.Value<string>("Notes (2)")));
        Assert.Equal("two", (string?)Assert.Single(_sandbox.Contacts(_list))["param1"]);
    }

    private ShellResult Import(string file, string options = "") =>
        _shell.Run($"Import-Contact '{file}' -ListName '{_list}' -DefaultRegion FR {options}");
}
