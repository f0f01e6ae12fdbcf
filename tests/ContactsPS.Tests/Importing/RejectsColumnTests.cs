using System.Text;
using System.Text.Json.Nodes;

namespace ContactsPS.Tests.Importing;

/// <summary>-RejectedPath: the file has the columns of its sources and can be corrected and imported.</summary>
public sealed class RejectsColumnTests(SandboxFixture fixture) : RejectsImport(fixture)
{
    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void A_corrected_rejects_file_is_imported_with_its_texts_unchanged(char delimiter)
    {
        string[] names = ["Zoé \"Œil\"", "two\r\nlines", "two\nlines; a, b | c\td", "  blanks  ", "\"", "🎉 张伟", string.Empty];
        string file = Folder.Write("a.csv", DelimitedText.Line(delimiter, "Prénom", "Téléphone", "Ville")
            + string.Concat(names.Select((name, i) => DelimitedText.Line(delimiter, name, $"bad {i}", "Besançon"))));
        Assert.Equal(7, Import(file).Summary().Rejected);
        string text = File.ReadAllText(Rejects);
        Assert.StartsWith(string.Join(delimiter, ["Prénom", "Téléphone", "Ville", .. AddedColumns]) + "\r\n", text, StringComparison.Ordinal);
        Assert.Equal(names, DelimitedText.Read(Rejects, delimiter)["Prénom"]);
        string mended = Folder.Find("mended.csv");
        for (int i = 0; i < names.Length; i++)
        {
            text = text.Replace($"{delimiter}bad {i}{delimiter}", $"{delimiter}{Rows.Number(900 + i)}{delimiter}", StringComparison.Ordinal);
        }

        File.WriteAllText(mended, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        ShellResult result = Import(mended, rejects: Folder.Find("second.csv"));

        Assert.Equal(new Summary(7, 7, 0, 0, 0, 1, 0), result.Summary());
        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings);
        Assert.False(File.Exists(Folder.Find("second.csv")));

        // The sandbox deletes control characters, as the service does (docs/sandbox.md). What it was sent has them.
        JsonArray sent = JsonNode.Parse((string)Sandbox.Requests()[^1]["body"]!)!["contacts"]!.AsArray();
        Assert.Equal(names, sent.Select(contact => (string?)contact!["first_name"] ?? string.Empty));
    }

    [Fact]
    public void The_rejects_of_a_rejects_file_have_the_added_columns_once()
    {
        string file = Folder.Write("a.csv", "phone,name\nbad 1,Zoé\nbad 2,Ann\n");
        Import(file);
        string again = Folder.Find("again.csv");

        Assert.Equal(2, Import(Rejects, rejects: again).Summary().Rejected);

        DelimitedText rejects = DelimitedText.Read(again);
        Assert.Equal(["phone", "name", .. AddedColumns], rejects.Columns);
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
        string file = Folder.Write("a.csv", $"phone,{columns}\nbad,{string.Join(',', columns.Split(',').Select(name => $"my {name}"))}\n");
        string[] rejects = [Rejects, Folder.Find("second.csv"), Folder.Find("third.csv")];

        foreach (string next in rejects)
        {
            Assert.Equal(1, Import(file, rejects: next).Summary().Rejected);
            Assert.Equal(["phone", .. columns.Split(','), .. added.Split(',')], DelimitedText.Read(next).Columns);
            file = next;
        }

        Assert.Equal(File.ReadAllText(rejects[0]), File.ReadAllText(rejects[2]));
    }

    [Fact]
    public void A_source_column_with_the_name_of_an_added_column_is_kept()
    {
        string file = Folder.Write("a.csv", "phone,Reason\nbad,asked for it\n");

        Import(file);

        Assert.Contains("asked for it", File.ReadAllText(Rejects), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_other_columns_is_refused_before_any_row_is_rejected()
    {
        string first = Folder.Write("a.csv", $"phone\n{Rows.Number(1)}\n");
        string other = Folder.Write("b.csv", $"phone,name\n{Rows.Number(2)},Zoé\n");

        ShellResult result = Shell.Run($"Import-Contact '{first}', '{other}' -ListName '{ListName}' -RejectedPath '{Rejects}'");

        Assert.Equal("RejectsMismatch", Assert.Single(result.Errors).FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(1, result.Summary().Accepted);
    }

    [Fact]
    public void The_rejected_rows_of_files_with_the_same_columns_are_in_one_file()
    {
        string first = Folder.Write("a.csv", "phone,name\nbad,Zoé\n");
        string second = Folder.Write("b.csv", $"Phone;Name\nbad too;Ann\n{Rows.Number(1)};Bob\n");

        ShellResult result = Shell.Run($"Import-Contact '{first}', '{second}' -ListName '{ListName}' -RejectedPath '{Rejects}'");

        Assert.Equal((3, 1, 2), Counts(result));
        Assert.Equal(["Zoé", "Ann"], DelimitedText.Read(Rejects)["name"]);
    }

    [Fact]
    public void JSON_Lines_files_share_a_rejects_file_when_their_first_lines_lack_columns()
    {
        string first = Folder.Write("a.jsonl", """
            {"phone":"bad 1"}
            {"phone":"bad 2","first_name":"A"}
            """);
        string second = Folder.Write("b.jsonl", """
            {"phone":"bad 3"}
            {"phone":"bad 4","first_name":"B"}
            """);

        ShellResult result = Shell.Run($"Import-Contact '{first}', '{second}' -ListName '{ListName}' -RejectedPath '{Rejects}'");

        Assert.Empty(result.Errors);
        DelimitedText rejects = DelimitedText.Read(Rejects);
        Assert.Equal(["bad 1", "bad 2", "bad 3", "bad 4"], rejects["phone"]);
        Assert.Equal([string.Empty, "A", string.Empty, "B"], rejects["first_name"]);
    }

    [Fact]
    public void Columns_of_later_rejected_JSON_Lines_are_added_and_can_be_imported()
    {
        string file = Folder.Write("a.jsonl", """
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
        Assert.All(rejects["RejectedReason"], reason => Assert.EndsWith("Correct it.", reason, StringComparison.Ordinal));
        Assert.Equal([Rejects, file], Directory.GetFiles(Folder.Path).OrderDescending(StringComparer.Ordinal));

        string mended = Folder.Write("mended.csv", File.ReadAllText(Rejects).Replace("bad 2,", $"{Rows.Number(902)},", StringComparison.Ordinal));
        Assert.Equal(1, Import(mended).Summary().Accepted);
        Assert.Equal("Late", (string)Assert.Single(Sandbox.Contacts(ListName))["last_name"]!);
    }
}
