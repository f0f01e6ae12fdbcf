namespace ContactsPS.Tests.Importing;

/// <summary>-RejectedPath: the rows that were not accepted are written with the reason.</summary>
public sealed class RejectsRowTests(SandboxFixture fixture) : RejectsImport(fixture)
{
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
        Assert.Equal([.. source.Columns, .. AddedColumns], rejects.Columns);
        Assert.Equal(["88", "216", "362", "479", "612", "758", "925"], rejects["LineNumber"]);
        Assert.Equal(["PhoneNumberMissing", .. Enumerable.Repeat("PhoneNumberInvalid", 6)], rejects["ErrorId"]);
        Assert.All(rejects["Reason"], reason => Assert.NotEmpty(reason));
        HashSet<string> rows = [.. source.Rows.Select(row => DelimitedText.Line(',', row))];
        Assert.All(rejects.Rows, row => Assert.Contains(DelimitedText.Line(',', row.Take(source.Columns.Count)), rows));
    }

    [Fact]
    public void A_refused_contact_is_written_with_the_message_of_the_service()
    {
        using var server = new AcceptingServer(Rows.Number(2));
        using var shell = new ModuleShell();
        server.Connect(shell);
        string file = Folder.Write("a.csv", $"phone,name\n{string.Concat(Enumerable.Range(1, 4).Select(i => $"{Rows.Number(i)},Zoé {i}\n"))}");

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
        string file = Folder.Write("a.csv", $"phone,name\n{string.Concat(Enumerable.Range(1, 20).Select(i => $"{Rows.Number(i)},Zoé {i}\n"))}bad,Ann\n");

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
        string file = Folder.Write("a.csv", $"phone,name,city\n{Rows.Number(1)},Dupont, Jean,Lyon\n");

        Assert.Equal(1, Import(file).Summary().Rejected);

        Assert.Equal("RowMalformed", Assert.Single(DelimitedText.Read(Rejects)["ErrorId"]));
        Assert.Contains("Lyon", File.ReadAllText(Rejects), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_with_an_unclosed_quote_is_written_without_its_line_end()
    {
        string file = Folder.Write("a.csv", $"phone,name\r\n{Rows.Number(1)},\"Bob\r\n{Rows.Number(2)},Ann\r\n");

        Assert.Equal((1, 1), (Import(file).Summary().Accepted, DelimitedText.Read(Rejects).Rows.Count));

        Assert.Equal(["Bob"], DelimitedText.Read(Rejects)["name"]);
    }

    [Fact]
    public void A_line_that_is_not_JSON_is_written_unchanged()
    {
        string file = Folder.Write("a.jsonl", "{\"phone\":\"bad\"}\nLyon, Robin\n");

        Assert.Equal(2, Import(file).Summary().Rejected);

        DelimitedText rejects = DelimitedText.Read(Rejects);
        Assert.Equal(["phone", .. AddedColumns], rejects.Columns);
        Assert.EndsWith("Line: Lyon, Robin", rejects["Reason"][1], StringComparison.Ordinal);
    }

    [Fact]
    public void Rejected_rows_of_a_workbook_and_of_JSON_Lines_are_written()
    {
        string jsonLines = Folder.Write("a.jsonl", """{"phone":"bad","name":"Zoé \"Œil\"","n":12}""" + "\n");

        Assert.Equal(1, Import(jsonLines).Summary().Rejected);

        DelimitedText rejects = DelimitedText.Read(Rejects);
        Assert.Equal(["phone", "name", "n", .. AddedColumns], rejects.Columns);
        Assert.Equal(["bad", "Zoé \"Œil\"", "12", "1", "PhoneNumberInvalid"], rejects.Rows[0].Take(5));

        string workbook = Folder.Find("a.xlsx");
        Workbook.Write(workbook, new() { ["S"] = [new() { ["phone"] = 12, ["name"] = "Zoé", ["n"] = 12.5 }] });
        Assert.Equal(1, Import(workbook).Summary().Rejected);

        rejects = DelimitedText.Read(Rejects);
        Assert.Equal(["12", "Zoé", "12.5", "2", "PhoneNumberInvalid"], rejects.Rows[0].Take(5));
    }
}
