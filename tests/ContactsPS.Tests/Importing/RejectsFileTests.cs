using System.Text;

namespace ContactsPS.Tests.Importing;

/// <summary>-RejectedPath: what was not accepted comes back as a file that can be mended and imported.</summary>
public sealed class RejectsFileTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>, IDisposable
{
    private static readonly string[] s_added = ["LineNumber", "ErrorId", "Reason"];

    private readonly ModuleShell _shell = fixture.Shell;
    private readonly Sandbox _sandbox = fixture.Sandbox;
    private readonly TemporaryFolder _folder = new();
    private readonly string _list = Unique.Name("list");

    private string Rejects => _folder.Find("rejects.csv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_rejected_rows_of_the_sample_are_written_unchanged_with_their_reasons()
    {
        string sample = Path.Combine(Repository.Samples, "contacts.csv");

        ShellResult result = Import(sample, "-DefaultRegion FR -SkipDuplicate");

        Assert.Equal(new Summary(1000, 973, 7, 20, 0, 5, 0), result.Summary());
        Assert.Empty(result.Errors);
        string warning = Assert.Single(result.Warnings);
        Assert.StartsWith("7 rows", warning, StringComparison.Ordinal);
        Assert.Contains(Rejects, warning, StringComparison.Ordinal);
        Assert.Equal([0xEF, 0xBB, 0xBF], File.ReadAllBytes(Rejects)[..3]);
        DelimitedText source = DelimitedText.Read(sample);
        DelimitedText rejects = DelimitedText.Read(Rejects);
        Assert.Equal([.. source.Columns, .. s_added], rejects.Columns);
        Assert.Equal(["88", "216", "362", "479", "612", "758", "925"], rejects["LineNumber"]);
        Assert.Equal(["PhoneNumberMissing", .. Enumerable.Repeat("PhoneNumberInvalid", 6)], rejects["ErrorId"]);
        Assert.All(rejects["Reason"], reason => Assert.NotEmpty(reason));
        HashSet<string> rows = [.. source.Rows.Select(row => DelimitedText.Line(',', row))];
        Assert.All(rejects.Rows, row => Assert.Contains(DelimitedText.Line(',', row.Take(source.Columns.Count)), rows));
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void A_corrected_rejects_file_is_imported_with_its_texts_unchanged(char delimiter)
    {
        string[] names = ["Zoé \"Œil\"", "two\r\nlines", "two\nlines; a, b | c\td", "  blanks  ", "\"", "🎉 张伟", string.Empty];
        string file = _folder.Write("a.csv", DelimitedText.Line(delimiter, "Prénom", "Téléphone", "Ville")
            + string.Concat(names.Select((name, i) => DelimitedText.Line(delimiter, name, $"bad {i}", "Besançon"))));
        Assert.Equal(7, Import(file).Summary().Rejected);
        string text = File.ReadAllText(Rejects);
        Assert.StartsWith(string.Join(delimiter, ["Prénom", "Téléphone", "Ville", .. s_added]) + "\r\n", text, StringComparison.Ordinal);
        Assert.Equal(names, DelimitedText.Read(Rejects, delimiter)["Prénom"]);
        string mended = _folder.Find("mended.csv");
        for (int i = 0; i < names.Length; i++)
        {
            text = text.Replace($"{delimiter}bad {i}{delimiter}", $"{delimiter}{Rows.Number(900 + i)}{delimiter}", StringComparison.Ordinal);
        }

        File.WriteAllText(mended, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        ShellResult result = Import(mended, rejects: _folder.Find("second.csv"));

        Assert.Equal(new Summary(7, 7, 0, 0, 0, 1, 0), result.Summary());
        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings);
        Assert.False(File.Exists(_folder.Find("second.csv")));
        Assert.Equal(names, _sandbox.FirstNames(_list).Select(name => name ?? string.Empty));
    }

    [Fact]
    public void The_rejects_of_a_rejects_file_have_the_added_columns_once()
    {
        string file = _folder.Write("a.csv", "phone,name\nbad 1,Zoé\nbad 2,Ann\n");
        Import(file);
        string again = _folder.Find("again.csv");

        Assert.Equal(2, Import(Rejects, rejects: again).Summary().Rejected);

        DelimitedText rejects = DelimitedText.Read(again);
        Assert.Equal(["phone", "name", .. s_added], rejects.Columns);
        Assert.Equal(["2", "3"], rejects["LineNumber"]);
        Assert.Equal(["Zoé", "Ann"], rejects["name"]);
    }

    [Theory]
    [InlineData("LineNumber", "RejectedLineNumber,ErrorId,Reason")]
    [InlineData("ErrorId", "LineNumber,RejectedErrorId,Reason")]
    [InlineData("Reason", "LineNumber,ErrorId,RejectedReason")]
    [InlineData("Reason,RejectedReason", "LineNumber,ErrorId,RejectedRejectedReason")]
    [InlineData("Reason,ErrorId,LineNumber", "RejectedLineNumber,RejectedErrorId,RejectedReason")]
    public void A_source_with_one_of_the_added_columns_can_be_imported_repeatedly(string columns, string added)
    {
        string file = _folder.Write("a.csv", $"phone,{columns}\nbad,{string.Join(',', columns.Split(',').Select(name => $"my {name}"))}\n");
        string[] rejects = [Rejects, _folder.Find("second.csv"), _folder.Find("third.csv")];

        foreach (string next in rejects)
        {
            Assert.Equal(1, Import(file, rejects: next).Summary().Rejected);
            Assert.Equal(["phone", .. columns.Split(','), .. added.Split(',')], DelimitedText.Read(next).Columns);
            file = next;
        }

        Assert.Equal(File.ReadAllText(rejects[0]), File.ReadAllText(rejects[2]));
    }

    [Fact]
    public void A_row_with_an_unclosed_quote_is_written_without_its_line_end()
    {
        string file = _folder.Write("a.csv", $"phone,name\r\n{Rows.Number(1)},\"Bob\r\n{Rows.Number(2)},Ann\r\n");

        Assert.Equal((1, 1), (Import(file).Summary().Accepted, DelimitedText.Read(Rejects).Rows.Count));

        Assert.Equal(["Bob"], DelimitedText.Read(Rejects)["name"]);
    }

    [Fact]
    public void A_file_with_other_columns_is_refused_before_any_row_is_rejected()
    {
        string first = _folder.Write("a.csv", $"phone\n{Rows.Number(1)}\n");
        string other = _folder.Write("b.csv", $"phone,name\n{Rows.Number(2)},Zoé\n");

        ShellResult result = _shell.Run($"Import-Contact '{first}', '{other}' -ListName '{_list}' -RejectedPath '{Rejects}'");

        Assert.Equal("RejectsMismatch", Assert.Single(result.Errors).FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(1, result.Summary().Accepted);
    }

    [Fact]
    public void A_refused_contact_is_written_with_the_message_of_the_service()
    {
        using var server = new AcceptingServer(Rows.Number(2));
        using var shell = new ModuleShell();
        server.Connect(shell);
        string file = _folder.Write("a.csv", $"phone,name\n{string.Concat(Enumerable.Range(1, 4).Select(i => $"{Rows.Number(i)},Zoé {i}\n"))}");

        ShellResult result = shell.Run($"Import-Contact '{file}' -RejectedPath '{Rejects}'");

        Assert.Equal((4, 3, 1), (result.Summary().Read, result.Summary().Accepted, result.Summary().Rejected));
        Assert.Empty(result.Errors);
        DelimitedText rejects = DelimitedText.Read(Rejects);
        IReadOnlyList<string> row = Assert.Single(rejects.Rows);
        Assert.Equal([Rows.Number(2), "Zoé 2", "3", "ContactRejected"], row.Take(4));
        Assert.Contains("No: \"été\"", row[4], StringComparison.Ordinal);
        Assert.Contains("not this one", row[4], StringComparison.Ordinal);
    }

    [Fact]
    public void Contacts_that_were_not_sent_are_written_and_reported_by_one_error()
    {
        using var server = new AcceptingServer();
        using var shell = new ModuleShell();
        server.Connect(shell);
        server.Allow(2);
        string file = _folder.Write("a.csv", $"phone,name\n{string.Concat(Enumerable.Range(1, 20).Select(i => $"{Rows.Number(i)},Zoé {i}\n"))}bad,Ann\n");

        ShellResult result = shell.Run($"Import-Contact '{file}' -RejectedPath '{Rejects}' -BatchSize 2 -ThrottleLimit 1 -MaximumRetryCount 0");

        Summary summary = result.Summary();
        Assert.Equal((21, 4, 1, 16), (summary.Read, summary.Accepted, summary.Rejected, summary.NotSent));
        result.OneError("ServiceUnavailable");
        Assert.StartsWith("17 rows", Assert.Single(result.Warnings), StringComparison.Ordinal);
        DelimitedText rejects = DelimitedText.Read(Rejects);
        Assert.Equal([.. Enumerable.Range(5, 16).Select(Rows.Number), "bad"], rejects["phone"].Order(StringComparer.Ordinal));
        Assert.Equal(16, rejects["ErrorId"].Count(id => id == "ServiceUnavailable"));

        // The same contacts arrive when the rejects file is imported.
        server.Allow();
        server.Take();
        Assert.Equal((17, 16, 1), Counts(shell.Run($"Import-Contact '{Rejects}' -ErrorAction SilentlyContinue")));
        Assert.Equal(Enumerable.Range(5, 16).Select(Rows.Number), server.Take());
    }

    [Fact]
    public void A_malformed_row_is_written_with_all_its_fields()
    {
        string file = _folder.Write("a.csv", $"phone,name,city\n{Rows.Number(1)},Dupont, Jean,Lyon\n");

        Assert.Equal(1, Import(file).Summary().Rejected);

        Assert.Equal("RowMalformed", Assert.Single(DelimitedText.Read(Rejects)["ErrorId"]));
        Assert.Contains("Lyon", File.ReadAllText(Rejects), StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_column_with_the_name_of_an_added_column_is_kept()
    {
        string file = _folder.Write("a.csv", "phone,Reason\nbad,asked for it\n");

        Import(file);

        Assert.Contains("asked for it", File.ReadAllText(Rejects), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("phone,name\nbad,Zoé\n", "")]
    [InlineData("phone;name\nbad;Zoé\n", "")]
    [InlineData("phone\tname\nbad\tZoé\n", "")]
    [InlineData("phone~name\nbad~Zoé\n", "-Delimiter '~'")]
    [InlineData("phone,\"first\nname\"\nbad,Zoé\n", "")]
    public void Running_the_command_again_replaces_the_rejects_file(string content, string options)
    {
        string file = _folder.Write("a.csv", content);
        Import(file, options).Summary();
        byte[] first = File.ReadAllBytes(Rejects);

        Assert.Equal(1, Import(file, options).Summary().Rejected);
        Assert.Equal(first, File.ReadAllBytes(Rejects));
    }

    [Fact]
    public void The_rejected_rows_of_files_with_the_same_columns_are_in_one_file()
    {
        string first = _folder.Write("a.csv", "phone,name\nbad,Zoé\n");
        string second = _folder.Write("b.csv", $"Phone;Name\nbad too;Ann\n{Rows.Number(1)};Bob\n");

        ShellResult result = _shell.Run($"Import-Contact '{first}', '{second}' -ListName '{_list}' -RejectedPath '{Rejects}'");

        Assert.Equal((3, 1, 2), Counts(result));
        Assert.Equal(["Zoé", "Ann"], DelimitedText.Read(Rejects)["name"]);
    }

    [Fact]
    public void Rejected_rows_of_a_workbook_and_of_JSON_Lines_are_written()
    {
        string jsonLines = _folder.Write("a.jsonl", """{"phone":"bad","name":"Zoé \"Œil\"","n":12}""" + "\n");

        Assert.Equal(1, Import(jsonLines).Summary().Rejected);

        DelimitedText rejects = DelimitedText.Read(Rejects);
        Assert.Equal(["phone", "name", "n", .. s_added], rejects.Columns);
        Assert.Equal(["bad", "Zoé \"Œil\"", "12", "1", "PhoneNumberInvalid"], rejects.Rows[0].Take(5));

        string workbook = _folder.Find("a.xlsx");
        Workbook.Write(workbook, new() { ["S"] = [new() { ["phone"] = 12, ["name"] = "Zoé", ["n"] = 12.5 }] });
        Assert.Equal(1, Import(workbook).Summary().Rejected);

        rejects = DelimitedText.Read(Rejects);
        Assert.Equal(["12", "Zoé", "12.5", "2", "PhoneNumberInvalid"], rejects.Rows[0].Take(5));
    }

    [Fact]
    public void JSON_Lines_files_share_a_rejects_file_when_their_first_lines_lack_columns()
    {
        string first = _folder.Write("a.jsonl", """
            {"phone":"bad 1"}
            {"phone":"bad 2","first_name":"A"}
            """);
        string second = _folder.Write("b.jsonl", """
            {"phone":"bad 3"}
            {"phone":"bad 4","first_name":"B"}
            """);

        ShellResult result = _shell.Run($"Import-Contact '{first}', '{second}' -ListName '{_list}' -RejectedPath '{Rejects}'");

        Assert.Empty(result.Errors);
        DelimitedText rejects = DelimitedText.Read(Rejects);
        Assert.Equal(["bad 1", "bad 2", "bad 3", "bad 4"], rejects["phone"]);
        Assert.Equal([string.Empty, "A", string.Empty, "B"], rejects["first_name"]);
    }

    [Fact]
    public void Columns_of_later_rejected_JSON_Lines_are_added_and_can_be_imported()
    {
        string file = _folder.Write("a.jsonl", """
            {"phone":"bad 1","first_name":"A, \"B\"\r\nC"}
            {"phone":"bad 2","last_name":"Late","first_name":"B"}
            {"phone":"bad 3"}
            {"city":"Lyon; \"2e\"\n","phone":"bad 4","Reason":"mine"}
            """);

        Assert.Equal(4, Import(file).Summary().Rejected);

        DelimitedText rejects = DelimitedText.Read(Rejects);
        Assert.Equal(["phone", "first_name", "last_name", "city", "Reason", "LineNumber", "ErrorId", "RejectedReason"], rejects.Columns);
        Assert.Equal(["A, \"B\"\r\nC", "B", string.Empty, string.Empty], rejects["first_name"]);
        Assert.Equal([string.Empty, "Late", string.Empty, string.Empty], rejects["last_name"]);
        Assert.Equal([string.Empty, string.Empty, string.Empty, "Lyon; \"2e\"\n"], rejects["city"]);
        Assert.Equal([string.Empty, string.Empty, string.Empty, "mine"], rejects["Reason"]);
        Assert.Equal(["1", "2", "3", "4"], rejects["LineNumber"]);
        Assert.All(rejects["RejectedReason"], reason => Assert.EndsWith("as it is.", reason, StringComparison.Ordinal));
        Assert.Equal([Rejects, file], Directory.GetFiles(_folder.Path).OrderDescending(StringComparer.Ordinal));

        string mended = _folder.Write("mended.csv", File.ReadAllText(Rejects).Replace("bad 2,", $"{Rows.Number(902)},", StringComparison.Ordinal));
        Assert.Equal(1, Import(mended).Summary().Accepted);
        Assert.Equal("Late", (string)Assert.Single(_sandbox.Contacts(_list))["last_name"]!);
    }

    [Fact]
    public void A_line_that_is_not_JSON_is_written_unchanged()
    {
        string file = _folder.Write("a.jsonl", "{\"phone\":\"bad\"}\nLyon, Robin\n");

        Assert.Equal(2, Import(file).Summary().Rejected);

        DelimitedText rejects = DelimitedText.Read(Rejects);
        Assert.Equal(["phone", .. s_added], rejects.Columns);
        Assert.EndsWith("Line: Lyon, Robin", rejects["Reason"][1], StringComparison.Ordinal);
    }

    private static (long Read, long Accepted, long Rejected) Counts(ShellResult result)
    {
        Summary summary = result.Summary();
        return (summary.Read, summary.Accepted, summary.Rejected);
    }

    private ShellResult Import(string file, string options = "", string? rejects = null) =>
        _shell.Run($"Import-Contact '{file}' -ListName '{_list}' {options} -RejectedPath '{rejects ?? Rejects}'");
}
