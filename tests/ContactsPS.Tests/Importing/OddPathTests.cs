using System.Diagnostics;
using System.Globalization;

namespace ContactsPS.Tests.Importing;

/// <summary>Files with odd names, links that lead nowhere, devices, folders without rights, and very many files.</summary>
public sealed class OddPathTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly AcceptingServer _server = new();
    private readonly ModuleShell _shell = new();

    public OddPathTests() => _server.Connect(_shell);

    public static bool IsUnix => !OperatingSystem.IsWindows();

    public void Dispose()
    {
        _shell.Dispose();
        _server.Dispose();
        _folder.Dispose();
    }

    [Theory(SkipUnless = nameof(IsUnix), Skip = "Windows allows few of these characters.")]
    [InlineData(" blanks at both ends .csv ")]
    [InlineData("-Path.csv")]
    [InlineData("[a-z]*?.csv")]
    [InlineData("😀 Zoé e\u0301 \u202E.csv")]
    [InlineData("it's $HOME; `n \"quoted\" %41.csv")]
    [InlineData("two\nlines.csv")]
    [InlineData("~")]
    public void A_file_with_an_odd_name_is_imported_with_a_journal_and_a_rejects_file_of_that_name(string name)
    {
        Set("file", Path.Combine("in", name));
        Set("journal", Path.Combine("journal", name));
        Set("rejects", Path.Combine("rejects", name));
        File.WriteAllText((string)_shell.Get("file")!, $"phone\n{Rows.Number(1)}\nnone\n");
        const string Command = "Import-Contact -LiteralPath $file -JournalPath $journal -RejectedPath $rejects";

        Summary first = _shell.Run(Command).Summary();
        Summary again = _shell.Run(Command).Summary();
        Summary fromItem = _shell.Run("Get-Item -LiteralPath $file | Import-Contact -ErrorAction Ignore").Summary();

        Assert.Equal((2, 1, 1, 1), (first.Read, first.Accepted, first.Rejected, first.Requests));
        Assert.Equal((2, 1, 1, 0), (again.Read, again.Accepted, again.Rejected, again.Requests));
        Assert.Equal(1, fromItem.Accepted);
        Assert.Equal([name], Names("in"));
        Assert.Equal([name], Names("journal"));
        Assert.Equal([name], Names("rejects"));
    }

    [Fact]
    public void A_relative_path_that_begins_with_a_dash_is_a_path()
    {
        _folder.Write("-Path.csv", $"phone\n{Rows.Number(1)}\n");

        Assert.Equal(1, _shell.Run($"Set-Location '{_folder.Path}'; Import-Contact '-Path.csv'; Set-Location /").Summary().Accepted);
    }

    [Fact]
    public void A_file_whose_name_is_as_long_as_names_can_be_is_imported()
    {
        string name = new string('n', 251) + ".csv";
        Set("file", name);
        Set("journal", Path.Combine("journal", name));
        File.WriteAllText(_folder.Find(name), $"phone\n{Rows.Number(1)}\n");

        Assert.Equal(1, _shell.Run("Import-Contact $file -JournalPath $journal").Summary().Accepted);
        Assert.Equal(0, _shell.Run("Import-Contact $file -JournalPath $journal").Summary().Requests);
    }

    [Theory]
    [InlineData("-RejectedPath", 251, "RejectsUnwritable")]
    [InlineData("-RejectedPath", 300, "RejectsUnwritable")]
    [InlineData("-JournalPath", 300, "JournalUnwritable")]
    public void A_name_that_is_too_long_to_be_written_ends_the_run_before_anything_is_sent(string parameter, int length, string errorId)
    {
        string file = _folder.Write("a.csv", $"phone\n{Rows.Number(1)}\nnone\n");
        Set("long", new string('n', length) + ".csv");

        _shell.Run($"Import-Contact '{file}' {parameter} $long").ThrewId(errorId);

        Assert.Equal(0, _server.Requests);
    }

    [Fact]
    public void A_loop_of_links_is_an_error_and_the_other_files_are_imported()
    {
        string loop = MakeLoop();
        string file = _folder.Write("a.csv", $"phone\n{Rows.Number(1)}\n");

        ShellResult result = _shell.Run($"Import-Contact '{file}', '{loop}' -RejectedPath '{_folder.Find("rejects.csv")}'");

        Assert.Contains(loop, result.OneError("FileUnreadable").Exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, result.Summary().Accepted);
    }

    [Theory]
    [InlineData("Import-Contact $file -RejectedPath $loop", "RejectsUnwritable")]
    [InlineData("Import-Contact $file -JournalPath $loop", "JournalUnwritable")]
    [InlineData("Sync-ContactList $file -Name VIP -StatePath $loop", "StateUnwritable")]
    public void A_loop_of_links_that_would_be_written_ends_the_run_before_anything_is_sent(string command, string errorId)
    {
        _shell.Set("loop", MakeLoop());
        _shell.Set("file", _folder.Write("a.csv", $"phone\n{Rows.Number(1)}\n"));

        _shell.Run(command).ThrewId(errorId);

        Assert.Equal(0, _server.Requests);
    }

    [Theory]
    [InlineData("/dev/null", "")]
    [InlineData("/dev/null", "-JournalPath")]
    [InlineData("/dev/zero", "")]
    [InlineData("/dev/zero", "-JournalPath")]
    [InlineData("/dev/full", "")]
    [InlineData("/dev/urandom", "")]
    [InlineData("/dev/urandom", "-JournalPath")]
    public async Task A_device_without_contacts_ends_with_an_error(string device, string parameter)
    {
        Assert.SkipUnless(File.Exists(device), "There is no such device here.");
        using PowerShell running = _shell.Create(
            $"try {{ Import-Contact {device} {(parameter.Length > 0 ? $"{parameter} '{_folder.Find("journal")}'" : string.Empty)} }} catch {{ \"$($_.FullyQualifiedErrorId)\" }}");

        Task<PSDataCollection<PSObject>> run = running.InvokeAsync();
        Task first = await Task.WhenAny(run, Task.Delay(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));

        bool hasEnded = first == run;
        await Task.Run(running.Stop, TestContext.Current.CancellationToken);
        Assert.True(hasEnded, "The run doesn't end.");
        Assert.Matches("^(FileMalformed|NoPhoneNumberColumn|JournalMismatch),", $"{Assert.Single(await run)}");
        Assert.Equal(0, _server.Requests);
    }

    [Fact]
    public void Ten_thousand_files_are_one_run_with_full_batches()
    {
        for (int i = 0; i < 10_000; i++)
        {
            _folder.Write(string.Create(CultureInfo.InvariantCulture, $"{i:D5}.csv"), $"phone\n{Rows.Number(i)}\n");
        }

        Summary summary = _shell.Run($"Import-Contact '{_folder.Path}/*.csv'").Summary();

        Assert.Equal((10_000, 10_000, 50), (summary.Read, summary.Accepted, summary.Requests));
        Assert.Equal(10_000, _server.Take().Distinct(StringComparer.Ordinal).Count());
    }

    private static string MakeWithoutRights(string folder) =>
        $$"""
        Import-Module '{{Repository.Manifest}}'
        $folder = '{{folder}}'
        function Show([scriptblock] $script) {
            try { & $script 2>&1 | ForEach-Object { $_ -is [Management.Automation.ErrorRecord] ? "error $($_.FullyQualifiedErrorId -replace ',.*')" : "accepted $($_.Accepted)" } }
            catch { "ended $($_.FullyQualifiedErrorId -replace ',.*')" }
        }
        Connect-ContactsAccount -FromEnvironment -NoVerify
        Show { Import-Contact "$folder/unreadable.csv", "$folder/a.csv" }
        Show { Import-Contact "$folder/closed/b.csv", "$folder/a.csv" }
        Show { Import-Contact "$folder/closed/*.csv", "$folder/a.csv" }
        Show { Import-Contact "$folder/a.csv" -JournalPath "$folder/closed/journal" }
        Show { Import-Contact "$folder/a.csv" -JournalPath "$folder/fixed/journal" }
        Show { Import-Contact "$folder/a.csv" -RejectedPath "$folder/closed/rejects.csv" }
        Show { Import-Contact "$folder/a.csv" -RejectedPath "$folder/fixed/rejects.csv" }
        Show { Sync-ContactList "$folder/a.csv" -Name VIP -StatePath "$folder/fixed/state" }
        Show { Start-ContactsSandbox -DataPath "$folder/fixed/data.sqlite" }
        """;

    [Fact(SkipUnless = nameof(IsUnix), Skip = "The test takes rights away with Unix permissions.")]
    public async Task What_a_user_has_no_rights_to_is_an_error_and_the_rest_is_imported()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.SetUnixFileMode(_folder.Write("unreadable.csv", $"phone\n{Rows.Number(1)}\n"), UnixFileMode.None);
        _folder.Write("a.csv", $"phone\n{Rows.Number(2)}\n");
        string closed = Directory.CreateDirectory(_folder.Find("closed")).FullName;
        File.WriteAllText(Path.Combine(closed, "b.csv"), $"phone\n{Rows.Number(3)}\n");
        File.SetUnixFileMode(closed, UnixFileMode.None);
        string closedToWriting = Directory.CreateDirectory(_folder.Find("fixed")).FullName;
        File.SetUnixFileMode(closedToWriting, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        ProcessStartInfo start = HostProgram.Prepare("-File", _folder.Write("rights.ps1", MakeWithoutRights(_folder.Path)));
        if (Environment.IsPrivilegedProcess)
        {
            // Root reads and writes everything, unless it gives these two capabilities up.
            Assert.SkipUnless(File.Exists("/usr/bin/setpriv"), "Without setpriv, root can't give up its rights.");
            string[] all = ["--bounding-set", "-dac_override,-dac_read_search", start.FileName, .. start.ArgumentList];
            start.FileName = "/usr/bin/setpriv";
            start.ArgumentList.Clear();
            Array.ForEach(all, start.ArgumentList.Add);
        }

        start.Environment["CONTACTSPS_API_LOGIN"] = "someone@example.com";
        start.Environment["CONTACTSPS_API_KEY"] = ModuleShellExtensions.ScriptedKey;
        start.Environment["CONTACTSPS_ENDPOINT"] = _server.Endpoint.AbsoluteUri;

        ProgramRun run = await ProgramRun.WaitAsync(start, TimeSpan.FromMinutes(1));

        File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Assert.Equal(
            [
                "error FileUnreadable", "accepted 1",
                "error FileNotFound", "accepted 1",
                "error FileNotFound", "accepted 1",
                "ended JournalUnwritable",
                "ended JournalUnwritable",
                "ended RejectsUnwritable",
                "ended RejectsUnwritable",
                "ended StateUnwritable",
                "ended SandboxStartFailed",
            ],
            run.Lines);
        Assert.Equal(3, _server.Requests);
    }

    private string MakeLoop()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        string one = _folder.Find("one");
        string other = _folder.Find("other");
        File.CreateSymbolicLink(one, other);
        File.CreateSymbolicLink(other, one);
        return one;
    }

    private string[] Names(string folder) => [.. Directory.GetFiles(_folder.Find(folder)).Select(path => Path.GetFileName(path))];

    /// <summary>Sets a variable to a path in the folder, and makes its own folder.</summary>
    private void Set(string variable, string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.Find(path))!);
        _shell.Set(variable, _folder.Find(path));
    }
}
