using System.Text;
using System.Text.Json.Nodes;

namespace ContactsPS.Tests.Importing;

/// <summary>Import of JSON Lines files.</summary>
public sealed class JsonLinesTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>, IDisposable
{
    private const string One = """{"phone":"+33612345671","first_name":"One"}""";
    private const string Three = """{"phone":"+33612345673","first_name":"Three"}""";

    private readonly ModuleShell _shell = fixture.Shell;
    private readonly Sandbox _sandbox = fixture.Sandbox;
    private readonly TemporaryFolder _folder = new();
    private readonly string _list = Unique.Name("list");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Columns_that_first_appear_in_later_lines_arrive()
    {
        ShellResult result = Import(
            """{"phone":"+33612345671"}""",
            """{"phone":"+33612345672","first_name":"Two"}""",
            """{"param1":"VIP","phone":"+33612345673"}""",
            """{"last_name":"Four","first_name":"Zoé","phone":"+33612345674"}""");

        Assert.Equal(4, result.Summary().Accepted);
        JsonObject[] contacts = Contacts();
        Assert.Equal([null, "Two", null, "Zoé"], contacts.Select(contact => (string?)contact["first_name"]));
        Assert.Equal([null, null, null, "Four"], contacts.Select(contact => (string?)contact["last_name"]));
        Assert.Equal([null, null, "VIP", null], contacts.Select(contact => (string?)contact["param1"]));
    }

    [Fact]
    public void Columns_that_first_appear_in_later_lines_arrive_through_a_property_map()
    {
        string file = Write(
            """{"tel":"+33612345671"}""",
            """{"tel":"+33612345672","ville":"Besançon"}""");

        Assert.Equal(2, _shell.Run($"Import-Contact '{file}' -ListName '{_list}' -PropertyMap @{{ PhoneNumber = 'tel'; Param1 = {{ \"$($_.ville)\".ToUpper() }} }}").Summary().Accepted);

        Assert.Equal([string.Empty, "BESANÇON"], Contacts().Select(contact => (string?)contact["param1"] ?? string.Empty));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("nonsense")]
    [InlineData("[1]")]
    [InlineData("\"text\"")]
    [InlineData("12")]
    [InlineData("null")]
    [InlineData("""{"phone":"+33612345672","first_name":"Two"} {"phone":"+33612345672"}""")]
    [InlineData("""{"phone":"+33612345672",}""")]
    [InlineData("""{"phone":"+33612345672","first_name":"\ud83d"}""")]
    [InlineData("""{"phone":"+33612345672","\udc00":"Two"}""")]
    public void An_invalid_line_is_rejected_with_its_line_number_and_the_next_is_read(string line)
    {
        ShellResult result = Import(One, string.Empty, line, Three);

        Assert.StartsWith("Line 3: ", result.OneError("RowMalformed").Exception.Message, StringComparison.Ordinal);
        Assert.Equal((3, 2, 1), (result.Summary().Read, result.Summary().Accepted, result.Summary().Rejected));
        Assert.Equal(["One", "Three"], _sandbox.FirstNames(_list));
    }

    [Theory]
    [InlineData("nonsense", "FileMalformed")]
    [InlineData("", "FileMalformed")]
    public void A_first_line_without_columns_ends_the_run(string line, string errorId)
    {
        string file = Write(line);

        Assert.Contains(file, _shell.Run($"Import-Contact '{file}'").ThrewId(errorId).Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-PropertyMap @{ PhoneNumber = 'phone'; Param1 = 'ville' }")]
    [InlineData("-PropertyMap @{ Param1 = { $_.ville } }")]
    public void A_first_line_without_a_phone_number_is_rejected_and_the_next_is_read(string options)
    {
        string file = Write("""{"first_name":"Nobody"}""", One, """{"phone":"+33612345672","ville":"Lyon"}""");

        ShellResult result = _shell.Run($"Import-Contact '{file}' -ListName '{_list}' {options}");

        Assert.StartsWith("Line 1: ", result.OneError("PhoneNumberMissing").Exception.Message, StringComparison.Ordinal);
        Assert.Equal(["+33612345671", "+33612345672"], _sandbox.Numbers(_list).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "NoPhoneNumberColumn", 0)]
    [InlineData("-PropertyMap @{ PhoneNumber = 'nom'; Param1 = 'ville' }", "ColumnNotFound", 2)]
    public void A_column_that_no_line_has_is_an_error_at_the_end_of_the_file(string options, string errorId, int accepted)
    {
        string file = Write("""{"nom":"+33612345671"}""", """{"nom":"+33612345672","x":"1"}""");

        ShellResult result = _shell.Run($"Import-Contact '{file}' -ListName '{_list}' {options}");

        Assert.Null(result.Thrown);
        Assert.Equal(errorId, result.ErrorIds().Last());
        Assert.Contains($"{file}: ", result.Errors[^1].Exception.Message, StringComparison.Ordinal);
        Assert.Contains("nom, x", result.Errors[^1].Exception.Message, StringComparison.Ordinal);
        Assert.Equal((2, accepted, 2 - accepted), (result.Summary().Read, result.Summary().Accepted, result.Summary().Rejected));
    }

    [Fact]
    public void A_line_that_is_too_long_is_an_error_and_the_lines_before_it_are_accepted()
    {
        string file = Write(One, $$"""{"phone":"+33612345672","first_name":"{{new string('x', 5_000_000)}}"}""");

        ShellResult result = _shell.Run($"Import-Contact '{file}' -ListName '{_list}'");

        Assert.Contains("Line 2 ", result.OneError("FileMalformed").Exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, result.Summary().Accepted);
    }

    [Fact]
    public void A_later_column_does_not_hide_the_fields_of_lines_without_it()
    {
        ShellResult result = Import(
            """{"phone":"+33612345671","prénom":"One"}""",
            """{"phone":"+33612345672","first_name":"Two"}""",
            """{"phone":"+33612345673","prénom":"Three"}""");

        Assert.Equal(3, result.Summary().Accepted);
        Assert.Equal(["One", "Two", "Three"], _sandbox.FirstNames(_list));
    }

    [Fact]
    public void A_later_column_does_not_hide_the_phone_number_of_lines_without_it()
    {
        ShellResult result = Import(
            """{"mobile":"+33612345671","first_name":"One"}""",
            """{"phone_number":"+33612345672","first_name":"Two"}""",
            """{"mobile":"+33612345673","first_name":"Three"}""");

        Assert.Empty(result.Errors);
        Assert.Equal(3, result.Summary().Accepted);
    }

    [Fact]
    public void The_error_of_a_refused_row_has_its_fields_when_later_lines_have_more_columns()
    {
        _sandbox.Refuse("+33612345671");
        string file = Write("""{"phone":"+33612345671"}""", """{"phone":"+33612345672","ville":"Lyon"}""", Three);
        try
        {
            ShellResult plain = _shell.Run($"Import-Contact '{file}' -ListName '{_list}'");
            Assert.Equal("+33612345671", plain.OneError("ContactRejected").TargetObject.Read("phone"));

            ShellResult scripted = _shell.Run($"Import-Contact '{file}' -ListName '{_list}' -PropertyMap @{{ Param1 = {{ $_.ville }} }}");
            Assert.Equal("+33612345671", scripted.OneError("ContactRejected").TargetObject.Read("phone"));
        }
        finally
        {
            _sandbox.Refuse();
        }
    }

    [Fact]
    public void A_property_without_a_name_is_named_by_its_position()
    {
        string path = _folder.Write("a.jsonl", $$"""
            {"phone":"+33639981234","":"x"}
            {"phone":"+33639981235"}
            {"phone":"bad","":"y"}
            """);

        ShellResult result = _shell.Run(
            $"(Import-Contact '{path}' -ListName VIP -ErrorAction SilentlyContinue -ErrorVariable rejected).Accepted; $rejected.TargetObject.H2");

        Assert.Equal(["2", "y"], result.Output.Select(value => $"{value}"));
    }

    [Fact]
    public void Values_other_than_strings_are_sent_as_JSON_and_null_as_empty()
    {
        ShellResult result = Import(
            """{"phone":33612345671,"first_name":null,"param1":12.50,"param2":true,"param3":{"a":[1,2]},"param4":"é\"\u00e9","param5":""}""");

        Assert.Equal(1, result.Summary().Accepted);
        JsonObject contact = Assert.Single(Contacts());
        Assert.Equal(
            (null, "12.50", "true", """{"a":[1,2]}""", "é\"é"),
            ((string?)contact["first_name"], (string?)contact["param1"], (string?)contact["param2"], (string?)contact["param3"], (string?)contact["param4"]));
    }

    [Theory]
    [InlineData("utf-8-bom")]
    [InlineData("utf-16")]
    [InlineData("crlf")]
    [InlineData("cr")]
    public void Byte_order_marks_and_line_ends_are_not_part_of_a_field(string kind)
    {
        string text = $"{One}\n{Three.Replace("Three", "Zoé", StringComparison.Ordinal)}\n";
        string file = kind is "crlf" or "cr"
            ? _folder.Write("a.jsonl", text.ReplaceLineEndings(kind == "cr" ? "\r" : "\r\n"))
            : _folder.Write("a.jsonl", text, kind == "utf-16" ? Encoding.Unicode : Encoding.UTF8);

        Assert.Equal(2, _shell.Run($"Import-Contact '{file}' -DefaultRegion FR -ListName '{_list}'").Summary().Accepted);
        Assert.Equal(["One", "Zoé"], _sandbox.FirstNames(_list));
    }

    private string Write(params string[] lines) => _folder.Write("a.jsonl", string.Concat(lines.Select(line => line + "\n")));

    private ShellResult Import(params string[] lines) => _shell.Run($"Import-Contact '{Write(lines)}' -DefaultRegion FR -ListName '{_list}'");

    private JsonObject[] Contacts() => [.. _sandbox.Contacts(_list).OrderBy(contact => (string)contact["phone_number"]!, StringComparer.Ordinal)];
}
