namespace ContactsPS.Tests;

/// <summary>
/// The names that an account used before, which complete -ListName and -TagName. The endpoint is not on this machine, so
/// requests go to a proxy that answers for it.
/// </summary>
public sealed class NameHistoryTests : IDisposable
{
    private const string DataVariable = "XDG_DATA_HOME";
    private const string Switch = "CONTACTSPS_NAME_HISTORY";

    private readonly string? _data = Environment.GetEnvironmentVariable(DataVariable);
    private readonly TemporaryFolder _folder = new();
    private readonly ScriptedServer _proxy = new(_ => ScriptedAnswer.Created);

    public NameHistoryTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux has a variable for the user's data folder.");
        Environment.SetEnvironmentVariable(DataVariable, _folder.Path);
    }

    private string Names => Path.Combine(_folder.Path, "ContactsPS", "names");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(DataVariable, _data);
        Environment.SetEnvironmentVariable(Switch, null);
        _proxy.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Names_that_were_used_are_completed_in_the_next_session_the_last_first()
    {
        using (ModuleShell first = Connect("a@example.com"))
        {
            Add(first, "-ListName Spring, Summer -TagName gold");
            Add(first, "-ListName Summer");
        }

        int sent = _proxy.Requests.Count;
        using ModuleShell next = Connect("a@example.com");

        Assert.Equal("'Summer' 'Spring'", Complete(next, "-ListName "));
        Assert.Equal("'gold'", Complete(next, "-TagName g"));
        Assert.Equal(sent, _proxy.Requests.Count);
    }

    [Fact]
    public void Each_login_has_its_own_names()
    {
        using ModuleShell shell = Connect("a@example.com");
        Add(shell, "-ListName Spring");
        using ModuleShell other = Connect("b@example.com");

        Assert.Equal(string.Empty, Complete(other, "-ListName "));
    }

    [Fact]
    public void The_file_has_names_only_and_is_private()
    {
        using ModuleShell shell = Connect("a@example.com");
        Add(shell, "-ListName Spring -TagName gold");

        string file = Assert.Single(Directory.GetFiles(Names));
        Assert.Equal(["list=Spring", "tag=gold"], File.ReadAllLines(file));
        Assert.DoesNotContain("example", file, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public void At_most_100_names_are_kept()
    {
        using ModuleShell shell = Connect("a@example.com");
        Assert.Null(shell.Run("1..105 | ForEach-Object { Add-Contact +33612345678 -ListName \"List $_\" }").Thrown);

        string[] lines = File.ReadAllLines(Assert.Single(Directory.GetFiles(Names)));
        Assert.Equal(100, lines.Length);
        Assert.Equal("list=List 105", lines[0]);
    }

    [Fact]
    public void The_variable_turns_it_off()
    {
        using ModuleShell shell = Connect("a@example.com");
        Add(shell, "-ListName Spring");
        Environment.SetEnvironmentVariable(Switch, "off");
        Add(shell, "-ListName Summer");

        Assert.Equal(string.Empty, Complete(shell, "-ListName "));
        Assert.Equal(["list=Spring"], File.ReadAllLines(Assert.Single(Directory.GetFiles(Names))));
    }

    [Fact]
    public void A_run_that_sends_nothing_keeps_no_names()
    {
        using ModuleShell shell = Connect("a@example.com");
        Add(shell, "-ListName Spring -WhatIf");

        Assert.False(Directory.Exists(Names));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_no_error()
    {
        _folder.Write("ContactsPS", "a file where the folder should be");
        using ModuleShell shell = Connect("a@example.com");

        Add(shell, "-ListName Spring");
        Assert.Equal(string.Empty, Complete(shell, "-ListName "));
    }

    [Fact]
    public void The_list_of_a_list_cmdlet_is_kept_unless_it_was_deleted()
    {
        using ModuleShell shell = Connect("a@example.com");
        Assert.Null(shell.Run("New-ContactList Spring; Clear-ContactList Summer -Confirm:$false; Remove-ContactList Autumn -Confirm:$false; New-ContactList Winter -WhatIf").Thrown);

        Assert.Equal(["list=Summer", "list=Spring"], File.ReadAllLines(Assert.Single(Directory.GetFiles(Names))));
    }

    [Fact]
    public void The_list_and_the_tags_of_a_synchronisation_are_kept()
    {
        using ModuleShell shell = Connect("a@example.com");
        Assert.Null(shell.Run($"'+33612345678' | Sync-ContactList -Name Spring -TagName gold -StatePath '{_folder.Find("spring.state")}'").Thrown);

        Assert.Equal(["list=Spring", "tag=gold"], File.ReadAllLines(Assert.Single(Directory.GetFiles(Names))));
    }

    private static void Add(ModuleShell shell, string parameters)
    {
        ShellResult result = shell.Run($"Add-Contact +33612345678 {parameters}");
        Assert.Null(result.Thrown);
        Assert.Empty(result.Errors);
    }

    private static string Complete(ModuleShell shell, string parameter)
    {
        string line = $"Add-Contact {parameter}";
        ShellResult result = shell.Run($"(TabExpansion2 -inputScript '{line}' -cursorColumn {line.Length}).CompletionMatches.CompletionText");
        Assert.Null(result.Thrown);
        Assert.Empty(result.Errors);
        return string.Join(' ', result.Output);
    }

    private ModuleShell Connect(string login)
    {
        var shell = new ModuleShell();
        shell.Set("credential", Credentials.Of(login, "key"));
        ShellResult result = shell.Run(
            $"Connect-ContactsAccount $credential -Endpoint http://service.example.com/v1/public/ -Proxy {new Uri(_proxy.Endpoint, "/")} -NoVerify -AllowUnencryptedAuthentication");
        Assert.Null(result.Thrown);
        return shell;
    }
}
