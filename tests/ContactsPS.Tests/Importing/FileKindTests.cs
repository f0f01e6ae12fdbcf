using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ContactsPS.Tests.Importing;

/// <summary>The same contacts give the same requests from every kind of file.</summary>
public sealed class FileKindTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>, IDisposable
{
    private static readonly string[] s_columns = ["Téléphone", "Prénom", "Nom", "param1", "param2", "param3"];

    /// <summary>Texts, integers, real numbers and dates. Windows-1252 has all characters of the texts.</summary>
    private static readonly object?[][] s_rows =
    [
        [33639981234L, "Zoé", "d'Œuvre", new DateTime(2024, 11, 14), 133.5, "plain"],
        [639985678L, "Noël \"Nono\"", "Lefèvre, fils", new DateTime(2019, 2, 28, 8, 30, 0), -0.25, "a;b|c\td,e"],
        ["+33 6 39 98 44 96", "two\nlines", "Muñoz €", new DateTime(1999, 12, 31), 1234567890123L, null],
        ["06 39 98 30 45", null, "L'Haÿ-les-Roses – ßø", new DateTime(2000, 1, 1), 0L, "=1+1"],
        ["0639983046", "007", "1E5", "14/11/2024", "00012", "TRUE"],
    ];

    private readonly ModuleShell _shell = fixture.Shell;
    private readonly Sandbox _sandbox = fixture.Sandbox;
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, char> Texts() => [.. from encoding in new[] { "utf-8", "utf-8-bom", "utf-16", "windows-1252" } from delimiter in ",;\t|" select (encoding, delimiter)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_request_bodies_hold_the_contents_of_the_file()
    {
        string first = Bodies(WriteText(',', "utf-8"))[0];

        Assert.Equal(
            """{"list_name":"VIP","contacts":[{"phone_number":"+33639981234","first_name":"Zoé","last_name":"d'Œuvre","param1":"2024-11-14","param2":"133.5","param3":"plain"},{"phone_number":"+33639985678","first_name":"Noël \"Nono\"","last_name":"Lefèvre, fils","param1":"2019-02-28 08:30:00","param2":"-0.25","param3":"a;b|c\td,e"}]}""",
            first);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Delimited_text_in_any_encoding_gives_the_same_requests(string encoding, char delimiter) =>
        Assert.Equal(Expected(), Bodies(WriteText(delimiter, encoding)));

    [Fact]
    public void A_workbook_with_numbers_and_dates_gives_the_same_requests()
    {
        string path = _folder.Find("a.xlsx");
        Workbook.Write(path, new() { ["Sheet1"] = Sheet() });

        Assert.Equal(Expected(), Bodies($"'{path}'"));
    }

    [Theory]
    [InlineData("Contacts été")]
    [InlineData("contacts ÉTÉ")]
    public void A_sheet_given_by_name_gives_the_same_requests(string name)
    {
        string path = _folder.Find("a.xlsx");
        Workbook.Write(path, new() { ["Other"] = [new() { ["x"] = 1 }], ["Contacts été"] = Sheet() });

        Assert.Equal(Expected(), Bodies($"'{path}' -WorksheetName '{name}'"));
    }

    [Fact]
    public void JSON_Lines_with_numbers_give_the_same_requests()
    {
        IEnumerable<string> lines = s_rows.Select(row => JsonSerializer.Serialize(
            s_columns.Zip(row).ToDictionary(field => field.First, field => field.Second is DateTime date ? ToText(date) : field.Second), Json.Plain));
        string path = _folder.Write("a.jsonl", string.Join('\n', lines));

        Assert.Equal(Expected(), Bodies($"'{path}'"));
        File.Move(path, _folder.Find("a.NDJSON"));
        Assert.Equal(Expected(), Bodies($"'{_folder.Find("a.NDJSON")}'"));
    }

    [Fact]
    public void Numbers_of_a_workbook_arrive_in_full()
    {
        string path = Workbook.WriteSheet(
            _folder.Find("raw.xlsx"),
            """<row r="1"><c r="A1" t="inlineStr"><is><t>phone</t></is></c><c r="B1" t="inlineStr"><is><t>param1</t></is></c></row>""",
            """<row r="3"><c r="A3"><v>3.3639981234E10</v></c><c r="B3"><v>0.1</v></c></row>""",
            """<row r="4"><c r="A4"><v>33639981235</v></c><c r="B4"><v>0.30000000000000004</v></c></row>""",
            """<row r="6"><c r="A6"><f>33639981235+1</f><v>33639981236</v></c><c r="B6" t="b"><v>1</v></c></row>""");

        Assert.Equal(
            ["""{"list_name":"VIP","contacts":[{"phone_number":"+33639981234","param1":"0.1"},{"phone_number":"+33639981235","param1":"0.3"}]}""", """{"list_name":"VIP","contacts":[{"phone_number":"+33639981236","param1":"TRUE"}]}"""],
            Bodies($"'{path}'"));
    }

    private static List<Dictionary<string, object?>> Sheet() =>
        [.. s_rows.Select(row => s_columns.Zip(row).ToDictionary(field => field.First, field => field.Second))];

    private static string ToText(object? value) => value switch
    {
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    private string[] Expected() => Bodies(WriteText(',', "utf-8"));

    private string WriteText(char delimiter, string encoding)
    {
        string text = DelimitedText.Line(delimiter, s_columns)
            + string.Concat(s_rows.Select(row => DelimitedText.Line(delimiter, row.Select(ToText))));
        return $"'{_folder.Write("a.csv", text, encoding switch
        {
            "utf-8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            "utf-8-bom" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            "utf-16" => Encoding.Unicode,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!,
        })}'";
    }

    /// <summary>Imports a file, and returns the bodies that the sandbox received.</summary>
    private string[] Bodies(string file)
    {
        _sandbox.ForgetRequests();
        ShellResult result = _shell.Run($"$null = Import-Contact {file} -ListName VIP -DefaultRegion FR -BatchSize 2 -ThrottleLimit 1; Get-SandboxRequest");
        Assert.Null(result.Thrown);
        Assert.Empty(result.Errors);
        return [.. result.Output.Select(request => request.Value<string>("Body"))];
    }
}
