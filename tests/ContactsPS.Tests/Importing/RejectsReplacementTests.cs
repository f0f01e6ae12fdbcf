namespace ContactsPS.Tests.Importing;

/// <summary>-RejectedPath: the file of an earlier run is replaced only when the run is completed; until then the rows are in a partial file.</summary>
public sealed class RejectsReplacementTests(SandboxFixture fixture) : RejectsImport(fixture)
{
    private const string Earlier = "phone,LineNumber,ErrorId,Reason\nbad,2,PhoneNumberInvalid,of an earlier run\n";

    [Theory]
    [InlineData("phone,name\nbad,Zoé\n", "")]
    [InlineData("phone;name\nbad;Zoé\n", "")]
    [InlineData("phone\tname\nbad\tZoé\n", "")]
    [InlineData("phone~name\nbad~Zoé\n", "-Delimiter '~'")]
    [InlineData("phone,\"first\nname\"\nbad,Zoé\n", "")]
    public void Running_the_command_again_replaces_the_rejects_file(string content, string options)
    {
        string file = Folder.Write("a.csv", content);
        Import(file, options).Summary();
        byte[] first = File.ReadAllBytes(Rejects);

        Assert.Equal(1, Import(file, options).Summary().Rejected);
        Assert.Equal(first, File.ReadAllBytes(Rejects));
    }

    [Fact]
    public void Only_the_user_can_read_a_new_rejects_file_and_a_new_journal()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("On Windows, the folder decides who can read a file.");
            return;
        }

        string file = Folder.Write("a.csv", $"phone\nbad\n{Rows.Number(1)}\n");
        string journal = Folder.Find("a.journal");

        Shell.Run($"Import-Contact '{file}' -ListName '{ListName}' -RejectedPath '{Rejects}' -JournalPath '{journal}'");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Rejects));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(journal));
    }

    [Fact]
    public void A_rejects_file_that_is_replaced_keeps_its_mode()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("On Windows, the folder decides who can read a file.");
            return;
        }

        string file = Folder.Write("a.csv", "phone\nbad\n");
        Import(file);
        const UnixFileMode Shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        File.SetUnixFileMode(Rejects, Shared);

        Import(file);

        Assert.Equal(Shared, File.GetUnixFileMode(Rejects));
    }

    [Fact]
    public void A_run_without_rejected_rows_creates_no_file()
    {
        string file = Folder.Write("a.csv", $"phone\n{Rows.Number(1)}\n");

        ShellResult result = Import(file);

        Assert.Equal(1, result.Summary().Accepted);
        Assert.Empty(result.Warnings);
        Assert.False(File.Exists(Rejects));
    }

    [Fact]
    public void A_run_without_rejected_rows_deletes_the_earlier_rejects()
    {
        Import(Folder.Write("a.csv", "phone\nbad\n"));
        Assert.True(File.Exists(Rejects));

        Import(Folder.Write("a.csv", $"phone\n{Rows.Number(1)}\n"));

        Assert.False(File.Exists(Rejects));
    }

    [Theory]
    [InlineData("phone\nbad\n", "-PropertyMap @{ Param1 = 'Ville' }", "ColumnNotFound")]
    [InlineData("Ville\nLyon\n", "", "NoPhoneNumberColumn")]
    public void A_run_that_fails_before_the_first_row_keeps_the_earlier_rejects(string content, string options, string errorId)
    {
        Folder.Write("rejects.csv", Earlier);
        Folder.Write("rejects.csv.partial", Earlier);

        Import(Folder.Write("a.csv", content), options).ThrewId(errorId);

        Assert.Equal(Earlier, File.ReadAllText(Rejects));
        Assert.Equal(Earlier, File.ReadAllText(Partial));
    }

    [Theory]
    [InlineData("bad\n", 1)]
    [InlineData("", 0)]
    public async Task A_stopped_run_keeps_the_earlier_rejects_and_its_partial_file(string bad, int rows)
    {
        using ScriptedServer server = ScriptedServer.Hanging();
        using var shell = new ModuleShell();
        shell.Connect(server);
        Folder.Write("rejects.csv", Earlier);
        string file = Folder.Write("a.csv", $"phone\n{bad}{Rows.Number(1)}\n");
        using PowerShell running = shell.Create($"Import-Contact '{file}' -RejectedPath '{Rejects}'");
        _ = running.BeginInvoke();
        await Eventually.HoldsAsync(() => server.Requests.Count == 1, "the contact is under way");

        running.Stop();

        Assert.Equal(Earlier, await File.ReadAllTextAsync(Rejects, TestContext.Current.CancellationToken));
        Assert.Equal(rows, File.Exists(Partial) ? DelimitedText.Read(Partial).Rows.Count : 0);
        Assert.Equal(rows > 0, File.Exists(Partial));
    }

    [Fact]
    public void A_failed_run_keeps_the_earlier_rejects_and_its_error_names_the_partial_file()
    {
        using var server = new AcceptingServer { Then = ScriptedAnswer.Of(401) };
        using var shell = new ModuleShell();
        server.Connect(shell);
        server.Allow(0);
        Folder.Write("rejects.csv", Earlier);
        string file = Folder.Write("a.jsonl", $$"""
            {"phone":"bad"}
            {"phone":"{{Rows.Number(1)}}","name":"Zoé"}
            """);

        ErrorRecord error = shell.Run($"Import-Contact '{file}' -RejectedPath '{Rejects}'").ThrewId("AuthenticationFailed");

        Assert.Contains($"'{Partial}'", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(Earlier, File.ReadAllText(Rejects));
        Assert.Equal(["bad", Rows.Number(1)], DelimitedText.Read(Partial)["phone"]);
        Assert.Equal([string.Empty, "Zoé"], DelimitedText.Read(Partial)["name"]);
    }

    [Fact]
    public async Task A_second_run_with_the_same_file_is_refused_and_the_first_keeps_its_rows()
    {
        using ScriptedServer server = ScriptedServer.Hanging();
        using var shell = new ModuleShell();
        shell.Connect(server);
        string file = Folder.Write("a.csv", $"phone\nbad\n{Rows.Number(1)}\n");
        using PowerShell first = shell.Create($"Import-Contact '{file}' -RejectedPath '{Rejects}'");
        _ = first.BeginInvoke();
        await Eventually.HoldsAsync(() => server.Requests.Count == 1, "the contact is under way");
        Sandbox.ForgetRequests();

        ErrorRecord error = Import(Folder.Write("b.csv", $"phone\nworse\n{Rows.Number(2)}\n")).ThrewId("RejectsUnwritable");

        Assert.Contains("Another run", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Sandbox.Requests());
        first.Stop();
        Assert.Equal(["bad"], DelimitedText.Read(Partial)["phone"]);
    }

    [Theory]
    [InlineData(503, "ServiceUnavailable", 500)]
    [InlineData(503, "ServiceUnavailable", 20)]
    [InlineData(401, "AuthenticationFailed", 500)]
    [InlineData(401, "AuthenticationFailed", 20)]
    public void A_full_disk_ends_the_run_and_the_error_of_the_service_is_reported_too(int status, string errorId, int batchSize)
    {
        using SmallDisk disk = SmallDisk.Mount(pages: 2);
        using var server = new AcceptingServer { Then = ScriptedAnswer.Of(status) };
        using var shell = new ModuleShell();
        server.Connect(shell);
        server.Allow(0);
        string file = Folder.Write("a.csv", $"phone,name\n{string.Concat(Enumerable.Range(1, 200).Select(i => $"{Rows.Number(i)},Zoé {i}\n"))}");
        string rejects = Path.Combine(disk.Path, "rejects.csv");

        ShellResult result = shell.Run($"Import-Contact '{file}' -RejectedPath '{rejects}' -BatchSize {batchSize} -MaximumRetryCount 0");

        result.ThrewId("RejectsUnwritable");
        Assert.Equal([errorId], result.ErrorIds());
        Assert.All(DelimitedText.Read(rejects + ".partial")["ErrorId"], id => Assert.Equal(errorId, id));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Earlier)]
    public void The_partial_file_of_a_killed_run_is_replaced(string left)
    {
        Folder.Write("rejects.csv.partial", left);

        Assert.Equal(1, Import(Folder.Write("a.csv", "phone\nworse\n")).Summary().Rejected);

        Assert.Equal(["worse"], DelimitedText.Read(Rejects)["phone"]);
        Assert.False(File.Exists(Partial));
    }

    [Fact]
    public void A_partial_file_with_other_content_is_not_overwritten()
    {
        string file = Folder.Write("a.csv", "phone\nbad\n");
        Folder.Write("rejects.csv.partial", "the work of a morning");

        Import(file).ThrewId("RejectsMismatch");

        Assert.Equal("the work of a morning", File.ReadAllText(Partial));
    }

    [Theory]
    [InlineData("phone\nbad\n")]
    [InlineData(Earlier)]
    public void The_source_is_refused_as_the_partial_file(string content)
    {
        string source = Folder.Write("rejects.csv.partial", content);
        byte[] before = File.ReadAllBytes(source);

        Import(source).ThrewId("RejectsMismatch");
        Import($"{Folder.Write("a.csv", "phone\nbad\n")}', '{source}").ThrewId("RejectsMismatch");

        Assert.Equal(before, File.ReadAllBytes(source));
    }
}
