namespace ContactsPS.Tests.Importing;

/// <summary>Where -RejectedPath puts its file, and what it leaves as it is.</summary>
public sealed class RejectsPlaceTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>, IDisposable
{
    private const string Earlier = "phone,LineNumber,ErrorId,Reason\nbad,2,PhoneNumberInvalid,of an earlier run\n";

    private readonly ModuleShell _shell = fixture.Shell;
    private readonly Sandbox _sandbox = fixture.Sandbox;
    private readonly TemporaryFolder _folder = new();
    private readonly string _list = Unique.Name("list");

    private string Rejects => _folder.Find("rejects.csv");

    private string Partial => Rejects + ".partial";

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("phone\nbad\n")]
    [InlineData(Earlier)]
    public void The_source_is_refused_as_the_partial_file(string content)
    {
        string source = _folder.Write("rejects.csv.partial", content);
        byte[] before = File.ReadAllBytes(source);

        Import(source).ThrewId("RejectsMismatch");
        Import($"{_folder.Write("a.csv", "phone\nbad\n")}', '{source}").ThrewId("RejectsMismatch");

        Assert.Equal(before, File.ReadAllBytes(source));
    }

    [Fact]
    public void A_partial_file_with_other_content_is_not_overwritten()
    {
        string file = _folder.Write("a.csv", "phone\nbad\n");
        _folder.Write("rejects.csv.partial", "the work of a morning");

        Import(file).ThrewId("RejectsMismatch");

        Assert.Equal("the work of a morning", File.ReadAllText(Partial));
    }

    [Theory]
    [InlineData("")]
    [InlineData(Earlier)]
    public void The_partial_file_of_a_killed_run_is_replaced(string left)
    {
        _folder.Write("rejects.csv.partial", left);

        Assert.Equal(1, Import(_folder.Write("a.csv", "phone\nworse\n")).Summary().Rejected);

        Assert.Equal(["worse"], DelimitedText.Read(Rejects)["phone"]);
        Assert.False(File.Exists(Partial));
    }

    [Theory]
    [InlineData("phone\nbad\n", "-PropertyMap @{ Param1 = 'Ville' }", "ColumnNotFound")]
    [InlineData("Ville\nLyon\n", "", "NoPhoneNumberColumn")]
    public void A_run_that_fails_before_the_first_row_keeps_the_earlier_rejects(string content, string options, string errorId)
    {
        _folder.Write("rejects.csv", Earlier);
        _folder.Write("rejects.csv.partial", Earlier);

        Import(_folder.Write("a.csv", content), options).ThrewId(errorId);

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
        _folder.Write("rejects.csv", Earlier);
        string file = _folder.Write("a.csv", $"phone\n{bad}{Rows.Number(1)}\n");
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
        _folder.Write("rejects.csv", Earlier);
        string file = _folder.Write("a.jsonl", $$"""
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
        string file = _folder.Write("a.csv", $"phone\nbad\n{Rows.Number(1)}\n");
        using PowerShell first = shell.Create($"Import-Contact '{file}' -RejectedPath '{Rejects}'");
        _ = first.BeginInvoke();
        await Eventually.HoldsAsync(() => server.Requests.Count == 1, "the contact is under way");
        _sandbox.ForgetRequests();

        ErrorRecord error = Import(_folder.Write("b.csv", $"phone\nworse\n{Rows.Number(2)}\n")).ThrewId("RejectsUnwritable");

        Assert.Contains("Another run", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(_sandbox.Requests());
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
        string file = _folder.Write("a.csv", $"phone,name\n{string.Concat(Enumerable.Range(1, 200).Select(i => $"{Rows.Number(i)},Zoé {i}\n"))}");
        string rejects = Path.Combine(disk.Path, "rejects.csv");

        ShellResult result = shell.Run($"Import-Contact '{file}' -RejectedPath '{rejects}' -BatchSize {batchSize} -MaximumRetryCount 0");

        result.ThrewId("RejectsUnwritable");
        Assert.Equal([errorId], result.ErrorIds());
        Assert.All(DelimitedText.Read(rejects + ".partial")["ErrorId"], id => Assert.Equal(errorId, id));
    }

    [Fact]
    public void An_empty_file_is_written_and_not_replaced()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The test compares Unix permissions.");
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
    public void A_folder_is_refused()
    {
        Directory.CreateDirectory(Rejects);

        ErrorRecord error = Import(_folder.Write("a.csv", $"phone\n{Rows.Number(1)}\n")).ThrewId("RejectsUnwritable");

        Assert.Contains("folder", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_source_that_comes_later_is_not_overwritten_and_the_partial_file_stays()
    {
        string mended = _folder.Write("mended.csv", $"phone,LineNumber,ErrorId,Reason\n{Rows.Number(1)},2,PhoneNumberInvalid,x\n");
        string before = File.ReadAllText(mended);
        string file = _folder.Write("a.csv", "phone\nbad\n");

        ShellResult result = _shell.Run($"'{file}', '{mended}' | Import-Contact -ListName '{_list}' -RejectedPath '{mended}'");

        Assert.Equal("RejectsMismatch", Assert.Single(result.Errors).FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(before, File.ReadAllText(mended));
        Assert.Single(DelimitedText.Read(mended + ".partial").Rows);
        Assert.Contains(".partial", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void The_source_behind_a_linked_folder_is_refused()
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
    public void A_run_without_rejected_rows_creates_no_file()
    {
        string file = _folder.Write("a.csv", $"phone\n{Rows.Number(1)}\n");

        ShellResult result = Import(file);

        Assert.Equal(1, result.Summary().Accepted);
        Assert.Empty(result.Warnings);
        Assert.False(File.Exists(Rejects));
    }

    [Fact]
    public void A_run_without_rejected_rows_deletes_the_earlier_rejects()
    {
        Import(_folder.Write("a.csv", "phone\nbad\n"));
        Assert.True(File.Exists(Rejects));

        Import(_folder.Write("a.csv", $"phone\n{Rows.Number(1)}\n"));

        Assert.False(File.Exists(Rejects));
    }

    [Fact]
    public void The_source_is_refused()
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
    public async Task A_link_to_the_source_does_not_change_the_source(string content)
    {
        string file = _folder.Write("a.csv", content);
        byte[] before = File.ReadAllBytes(file);
        string link = _folder.Find("link.csv");
        File.CreateSymbolicLink(link, file);
        using PowerShell running = _shell.Create($"Import-Contact '{file}' -ListName '{_list}' -RejectedPath '{link}'");
        IAsyncResult run = running.BeginInvoke();

        // A run that reads its own output would never end.
        await Eventually.HoldsAsync(() => run.IsCompleted || new FileInfo(file).Length > 1_000_000, "the run ends or has written a megabyte");
        bool ended = run.IsCompleted;
        running.Stop();

        Assert.True(ended, "The run reads its own output.");
        Assert.Equal(before, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void One_of_several_sources_is_not_overwritten()
    {
        string first = _folder.Write("a.csv", "phone,name\nbad,Zoé\n");
        string second = _folder.Write("b.csv", $"phone,name\n{Rows.Number(1)},Ann\n");
        byte[] before = File.ReadAllBytes(second);

        _shell.Run($"Import-Contact '{first}', '{second}' -ListName '{_list}' -RejectedPath '{second}' -ErrorAction SilentlyContinue");

        Assert.Equal(before, File.ReadAllBytes(second));
    }

    [Fact]
    public void A_file_with_other_content_is_not_overwritten()
    {
        string file = _folder.Write("a.csv", "phone\nbad\n");
        _folder.Write("rejects.csv", "the work of a morning");

        Import(file).ThrewId("RejectsMismatch");

        Assert.Equal("the work of a morning", File.ReadAllText(Rejects));
    }

    [Fact]
    public void A_missing_folder_is_an_error_before_anything_is_sent()
    {
        string file = _folder.Write("a.csv", $"phone,name\n{Rows.Number(1)},Zoé\nbad,Ann\n");
        _sandbox.ForgetRequests();

        Import(file, rejects: _folder.Find("missing/rejects.csv")).ThrewId("RejectsUnwritable");

        Assert.Empty(_sandbox.Requests());
    }

    [Fact]
    public void A_relative_path_is_resolved_in_the_location_of_the_runspace()
    {
        _folder.Write("a.csv", "phone\nbad\n");

        _shell.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation('{_folder.Path}'); Import-Contact a.csv -RejectedPath ./here.csv").Summary();

        Assert.True(File.Exists(_folder.Find("here.csv")));
    }

    private ShellResult Import(string file, string options = "", string? rejects = null) =>
        _shell.Run($"Import-Contact '{file}' -ListName '{_list}' {options} -RejectedPath '{rejects ?? Rejects}'");
}
