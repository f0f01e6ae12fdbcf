using System.Text;

namespace ContactsPS.Tests.Importing;

/// <summary>-RejectedPath: what was not accepted comes back as a file that can be mended and imported.</summary>
public sealed class RejectsFileTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>, IDisposable
{
    private static readonly string[] s_added = ["LineNumber", "ErrorId", "Reason"];

    private readonly ModuleShell _shell = fixture.Shell;
    private readonly Sandbox _sandbox = fixture.Sandbox;
    private readonly TemporaryFolder _folder = new();
    private readonly string _list = Rows.NewList();

    private string Rejects => _folder.Find("rejects.csv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_rejected_rows_of_the_sample_are_there_as_they_were_and_say_why()
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
    public void Mended_it_is_imported_without_an_error_and_its_texts_are_as_they_were(char delimiter)
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
        Assert.Equal(names, _sandbox.Contacts(_list).OrderBy(contact => (string)contact["phone_number"]!).Select(contact => (string?)contact["first_name"] ?? string.Empty));
    }

    [Fact]
    public void Imported_again_it_has_the_three_columns_once_and_the_new_reasons()
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

    [Fact]
    public void A_source_with_one_of_the_three_columns_can_be_imported_again_and_again()
    {
        string file = _folder.Write("a.csv", "phone,LineNumber\nbad,7\n");
        string[] rejects = [Rejects, _folder.Find("second.csv"), _folder.Find("third.csv")];

        foreach (string next in rejects)
        {
            Assert.Equal(1, Import(file, rejects: next).Summary().Rejected);
            Assert.Equal(["phone", "LineNumber", "RejectedLineNumber", "ErrorId", "Reason"], DelimitedText.Read(next).Columns);
            file = next;
        }
    }

    [Fact]
    public void A_row_whose_quote_does_not_close_comes_back_without_the_end_of_its_line()
    {
        string file = _folder.Write("a.csv", $"phone,name\r\n{Rows.Number(1)},\"Bob\r\n{Rows.Number(2)},Ann\r\n");

        Assert.Equal((1, 1), (Import(file).Summary().Accepted, DelimitedText.Read(Rejects).Rows.Count));

        Assert.Equal(["Bob"], DelimitedText.Read(Rejects)["name"]);
    }

    [Fact]
    public void An_empty_file_that_is_there_is_written_into_and_not_replaced()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Its permissions tell, which Windows keeps otherwise.");
            return;
        }

        File.WriteAllText(Rejects, string.Empty);
        File.SetUnixFileMode(Rejects, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Assert.Equal(1, Import(_folder.Write("a.csv", "phone\nbad\n")).Summary().Rejected);

        Assert.Single(DelimitedText.Read(Rejects).Rows);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Rejects));
        Assert.False(File.Exists(Rejects + ".partial"));
    }

    [Fact]
    public void A_file_of_other_columns_is_refused_though_the_one_before_has_no_rejects_yet()
    {
        string first = _folder.Write("a.csv", $"phone\n{Rows.Number(1)}\n");
        string other = _folder.Write("b.csv", $"phone,name\n{Rows.Number(2)},Zoé\n");

        ShellResult result = _shell.Run($"Import-Contact '{first}', '{other}' -ListName '{_list}' -RejectedPath '{Rejects}'");

        Assert.Equal("RejectsMismatch", Assert.Single(result.Errors).FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(1, result.Summary().Accepted);
    }

    [Fact]
    public void It_cannot_be_a_folder()
    {
        Directory.CreateDirectory(Rejects);

        ErrorRecord error = Import(_folder.Write("a.csv", $"phone\n{Rows.Number(1)}\n")).ThrewId("RejectsUnwritable");

        Assert.Contains("folder", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_imported_later_is_left_as_it_is_and_the_rejects_of_the_others_stay_beside_it()
    {
        string mended = _folder.Write("mended.csv", $"phone\n{Rows.Number(1)}\n");
        File.WriteAllText(mended, $"phone,LineNumber,ErrorId,Reason\n{Rows.Number(1)},2,PhoneNumberInvalid,x\n");
        string before = File.ReadAllText(mended);
        string file = _folder.Write("a.csv", "phone\nbad\n");

        ShellResult result = _shell.Run($"'{file}', '{mended}' | Import-Contact -ListName '{_list}' -RejectedPath '{mended}'");

        Assert.Equal("RejectsMismatch", Assert.Single(result.Errors).FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(before, File.ReadAllText(mended));
        Assert.Single(DelimitedText.Read(mended + ".partial").Rows);
        Assert.Contains(".partial", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_behind_a_linked_folder_is_known_for_the_file_it_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        string folder = Directory.CreateDirectory(_folder.Find("real")).FullName;
        string file = Path.Combine(folder, "a.csv");
        File.WriteAllText(file, "phone,LineNumber,ErrorId,Reason\nbad,2,x,y\n");
        Directory.CreateSymbolicLink(_folder.Find("link"), folder);
        string before = File.ReadAllText(file);

        Import(_folder.Find("link/a.csv"), rejects: file).ThrewId("RejectsMismatch");

        Assert.Equal(before, File.ReadAllText(file));
    }

    [Fact]
    public void Where_nothing_was_rejected_there_is_no_file()
    {
        string file = _folder.Write("a.csv", $"phone\n{Rows.Number(1)}\n");

        ShellResult result = Import(file);

        Assert.Equal(1, result.Summary().Accepted);
        Assert.Empty(result.Warnings);
        Assert.False(File.Exists(Rejects));
    }

    [Fact]
    public void Where_nothing_was_rejected_the_file_of_the_run_before_goes()
    {
        Import(_folder.Write("a.csv", "phone\nbad\n"));
        Assert.True(File.Exists(Rejects));

        Import(_folder.Write("a.csv", $"phone\n{Rows.Number(1)}\n"));

        Assert.False(File.Exists(Rejects));
    }

    [Fact]
    public void A_contact_that_the_service_refuses_is_in_it_with_what_the_service_said()
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
    public void Contacts_for_a_service_that_is_unavailable_are_in_it_and_one_error_says_so()
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

        // Sent again, as the reason says, they arrive.
        server.Allow();
        server.Take();
        Assert.Equal((17, 16, 1), Counts(shell.Run($"Import-Contact '{Rejects}' -ErrorAction SilentlyContinue")));
        Assert.Equal(Enumerable.Range(5, 16).Select(Rows.Number), server.Take());
    }

    [Fact]
    public void A_row_that_cannot_be_told_apart_keeps_all_its_fields()
    {
        string file = _folder.Write("a.csv", $"phone,name,city\n{Rows.Number(1)},Dupont, Jean,Lyon\n");

        Assert.Equal(1, Import(file).Summary().Rejected);

        Assert.Equal("RowMalformed", Assert.Single(DelimitedText.Read(Rejects)["ErrorId"]));
        Assert.Contains("Lyon", File.ReadAllText(Rejects), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_the_source_with_one_of_the_three_names_is_kept()
    {
        string file = _folder.Write("a.csv", "phone,Reason\nbad,asked for it\n");

        Import(file);

        Assert.Contains("asked for it", File.ReadAllText(Rejects), StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_never_the_source()
    {
        string file = _folder.Write("a.csv", "phone,name\nbad,Zoé\n");
        byte[] before = File.ReadAllBytes(file);

        Import(file, rejects: file).ThrewId("RejectsMismatch");
        Import(file, rejects: Path.Combine(_folder.Path, "x", "..", "a.csv")).ThrewId("RejectsMismatch");

        Assert.Equal(before, File.ReadAllBytes(file));
    }

    [Theory]
    [InlineData("phone,name\nbad,Zoé\n")]
    [InlineData("phone,name,LineNumber,ErrorId,Reason\nbad,Zoé,2,PhoneNumberInvalid,Mended by hand since\n")]
    public async Task It_is_never_the_source_by_another_name(string content)
    {
        string file = _folder.Write("a.csv", content);
        byte[] before = File.ReadAllBytes(file);
        string link = _folder.Find("link.csv");
        File.CreateSymbolicLink(link, file);
        using PowerShell running = _shell.Create($"Import-Contact '{file}' -ListName '{_list}' -RejectedPath '{link}'");
        IAsyncResult run = running.BeginInvoke();

        // A run that reads what it writes has no end, and fills the disk.
        bool ended = run.AsyncWaitHandle.WaitOne(TimeSpan.FromSeconds(5));
        running.Stop();

        Assert.True(ended, "It reads what it writes.");
        Assert.Equal(before, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void It_is_never_one_of_several_sources()
    {
        string first = _folder.Write("a.csv", "phone,name\nbad,Zoé\n");
        string second = _folder.Write("b.csv", $"phone,name\n{Rows.Number(1)},Ann\n");
        byte[] before = File.ReadAllBytes(second);

        _shell.Run($"Import-Contact '{first}', '{second}' -ListName '{_list}' -RejectedPath '{second}' -ErrorAction SilentlyContinue");

        Assert.Equal(before, File.ReadAllBytes(second));
    }

    [Fact]
    public void A_file_of_something_else_is_not_overwritten()
    {
        string file = _folder.Write("a.csv", "phone\nbad\n");
        _folder.Write("rejects.csv", "the work of a morning");

        Import(file).ThrewId("RejectsMismatch");

        Assert.Equal("the work of a morning", File.ReadAllText(Rejects));
    }

    [Theory]
    [InlineData("phone,name\nbad,Zoé\n", "")]
    [InlineData("phone;name\nbad;Zoé\n", "")]
    [InlineData("phone\tname\nbad\tZoé\n", "")]
    [InlineData("phone~name\nbad~Zoé\n", "-Delimiter '~'")]
    [InlineData("phone,\"first\nname\"\nbad,Zoé\n", "")]
    public void The_same_command_again_begins_it_anew(string content, string options)
    {
        string file = _folder.Write("a.csv", content);
        Import(file, options).Summary();
        byte[] first = File.ReadAllBytes(Rejects);

        Assert.Equal(1, Import(file, options).Summary().Rejected);
        Assert.Equal(first, File.ReadAllBytes(Rejects));
    }

    [Fact]
    public void The_rows_of_several_files_of_the_same_columns_are_in_one()
    {
        string first = _folder.Write("a.csv", "phone,name\nbad,Zoé\n");
        string second = _folder.Write("b.csv", $"Phone;Name\nbad too;Ann\n{Rows.Number(1)};Bob\n");

        ShellResult result = _shell.Run($"Import-Contact '{first}', '{second}' -ListName '{_list}' -RejectedPath '{Rejects}'");

        Assert.Equal((3, 1, 2), Counts(result));
        Assert.Equal(["Zoé", "Ann"], DelimitedText.Read(Rejects)["name"]);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error_before_anything_is_sent()
    {
        string file = _folder.Write("a.csv", $"phone,name\n{Rows.Number(1)},Zoé\nbad,Ann\n");
        _sandbox.ForgetRequests();

        Import(file, rejects: _folder.Find("missing/rejects.csv")).ThrewId("RejectsUnwritable");

        Assert.Empty(_sandbox.Requests());
    }

    [Fact]
    public void A_relative_path_counts_from_where_the_runspace_is()
    {
        _folder.Write("a.csv", "phone\nbad\n");

        _shell.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation('{_folder.Path}'); Import-Contact a.csv -RejectedPath ./here.csv").Summary();

        Assert.True(File.Exists(_folder.Find("here.csv")));
    }

    [Fact]
    public void Rejected_rows_of_a_workbook_and_of_JSON_Lines_are_in_it_too()
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
    public void Columns_that_come_up_later_in_JSON_Lines_are_in_it()
    {
        string file = _folder.Write("a.jsonl", $$"""
            {"phone":"{{Rows.Number(1)}}"}
            {"phone":"bad","name":"Zoé"}
            """);

        Assert.Equal(1, Import(file).Summary().Rejected);

        Assert.Contains("Zoé", File.ReadAllText(Rejects), StringComparison.Ordinal);
    }

    private static (long Read, long Accepted, long Rejected) Counts(ShellResult result)
    {
        Summary summary = result.Summary();
        return (summary.Read, summary.Accepted, summary.Rejected);
    }

    private ShellResult Import(string file, string options = "", string? rejects = null) =>
        _shell.Run($"Import-Contact '{file}' -ListName '{_list}' {options} -RejectedPath '{rejects ?? Rejects}'");
}
