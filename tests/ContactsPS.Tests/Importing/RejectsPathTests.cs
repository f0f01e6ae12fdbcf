namespace ContactsPS.Tests.Importing;

/// <summary>-RejectedPath: the files that it may write, and those that it must not.</summary>
public sealed class RejectsPathTests(SandboxFixture fixture) : RejectsImport(fixture)
{
    [Fact]
    public void The_source_is_refused()
    {
        string file = Folder.Write("a.csv", "phone,name\nbad,Zoé\n");
        byte[] before = File.ReadAllBytes(file);

        Import(file, rejects: file).ThrewId("RejectsMismatch");
        Import(file, rejects: Path.Combine(Folder.Path, "x", "..", "a.csv")).ThrewId("RejectsMismatch");

        Assert.Equal(before, File.ReadAllBytes(file));
    }

    [Theory]
    [InlineData("phone,name\nbad,Zoé\n")]
    [InlineData("phone,name,LineNumber,ErrorId,Reason\nbad,Zoé,2,PhoneNumberInvalid,Mended by hand since\n")]
    public async Task A_link_to_the_source_does_not_change_the_source(string content)
    {
        string file = Folder.Write("a.csv", content);
        byte[] before = File.ReadAllBytes(file);
        string link = Folder.Find("link.csv");
        File.CreateSymbolicLink(link, file);
        using PowerShell running = Shell.Create($"Import-Contact '{file}' -ListName '{ListName}' -RejectedPath '{link}'");
        IAsyncResult run = running.BeginInvoke();

        // A run that reads its own output would never end.
        await Eventually.HoldsAsync(() => run.IsCompleted || new FileInfo(file).Length > 1_000_000, "the run ends or has written a megabyte");
        bool ended = run.IsCompleted;
        running.Stop();

        Assert.True(ended, "The run reads its own output.");
        Assert.Equal(before, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_source_behind_a_linked_folder_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege there.");
        string folder = Directory.CreateDirectory(Folder.Find("real")).FullName;
        string file = Path.Combine(folder, "a.csv");
        File.WriteAllText(file, "phone,LineNumber,ErrorId,Reason\nbad,2,x,y\n");
        Directory.CreateSymbolicLink(Folder.Find("link"), folder);
        string before = File.ReadAllText(file);

        Import(Folder.Find("link/a.csv"), rejects: file).ThrewId("RejectsMismatch");

        Assert.Equal(before, File.ReadAllText(file));
    }

    [Fact]
    public void One_of_several_sources_is_not_overwritten()
    {
        string first = Folder.Write("a.csv", "phone,name\nbad,Zoé\n");
        string second = Folder.Write("b.csv", $"phone,name\n{Rows.Number(1)},Ann\n");
        byte[] before = File.ReadAllBytes(second);

        Shell.Run($"Import-Contact '{first}', '{second}' -ListName '{ListName}' -RejectedPath '{second}' -ErrorAction SilentlyContinue");

        Assert.Equal(before, File.ReadAllBytes(second));
    }

    [Fact]
    public void A_source_that_comes_later_is_not_overwritten_and_the_partial_file_stays()
    {
        string mended = Folder.Write("mended.csv", $"phone,LineNumber,ErrorId,Reason\n{Rows.Number(1)},2,PhoneNumberInvalid,x\n");
        string before = File.ReadAllText(mended);
        string file = Folder.Write("a.csv", "phone\nbad\n");

        ShellResult result = Shell.Run($"'{file}', '{mended}' | Import-Contact -ListName '{ListName}' -RejectedPath '{mended}'");

        Assert.Equal("RejectsMismatch", Assert.Single(result.Errors).FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(before, File.ReadAllText(mended));
        Assert.Single(DelimitedText.Read(mended + ".partial").Rows);
        Assert.Contains(".partial", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_other_content_is_not_overwritten()
    {
        string file = Folder.Write("a.csv", "phone\nbad\n");
        Folder.Write("rejects.csv", "the work of a morning");

        Import(file).ThrewId("RejectsMismatch");

        Assert.Equal("the work of a morning", File.ReadAllText(Rejects));
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

        Assert.Equal(1, Import(Folder.Write("a.csv", "phone\nbad\n")).Summary().Rejected);

        Assert.Single(DelimitedText.Read(Rejects).Rows);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Rejects));
        Assert.False(File.Exists(Rejects + ".partial"));
    }

    [Fact]
    public void A_folder_is_refused()
    {
        Directory.CreateDirectory(Rejects);

        ErrorRecord error = Import(Folder.Write("a.csv", $"phone\n{Rows.Number(1)}\n")).ThrewId("RejectsUnwritable");

        Assert.Contains("folder", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_an_error_before_anything_is_sent()
    {
        string file = Folder.Write("a.csv", $"phone,name\n{Rows.Number(1)},Zoé\nbad,Ann\n");
        Sandbox.ForgetRequests();

        Import(file, rejects: Folder.Find("missing/rejects.csv")).ThrewId("RejectsUnwritable");

        Assert.Empty(Sandbox.Requests());
    }

    [Fact]
    public void A_relative_path_is_resolved_in_the_location_of_the_runspace()
    {
        Folder.Write("a.csv", "phone\nbad\n");

        Shell.Run($"$null = $ExecutionContext.SessionState.Path.SetLocation('{Folder.Path}'); Import-Contact a.csv -RejectedPath ./here.csv").Summary();

        Assert.True(File.Exists(Folder.Find("here.csv")));
    }
}
