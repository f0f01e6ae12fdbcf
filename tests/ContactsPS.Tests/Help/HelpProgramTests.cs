namespace ContactsPS.Tests.Help;

/// <summary>The program that makes help files at the build, and what it says of a page that it can't read.</summary>
public sealed class HelpProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/docs/Stop-ContactsSandbox.md", "/docs/Other.md", "online version")]
    [InlineData("---\nexternal", "external", "online version")]
    [InlineData("# Stop-ContactsSandbox", "# Stop-Sandbox", "# Stop-ContactsSandbox")]
    [InlineData("## NOTES", "## Notes", "NOTES")]
    [InlineData("### -Sandbox", "### Sandbox", "### -Name")]
    [InlineData("### -Sandbox", "### -Sandboxes", "-Sandbox, -Sandboxes")]
    [InlineData("The sandboxes to stop.", "", "no description")]
    [InlineData("Default value:", "Default:", "Default value")]
    [InlineData("Position: 0", "Position 0", "Position 0")]
    [InlineData("```yaml", "```yml", "no yaml block")]
    [InlineData("```powershell", "```text", "no powershell block")]
    [InlineData("Stop-ContactsSandbox [[-Sandbox]", "Stop-ContactsSandbox [[Sandbox]", "not the syntax")]
    public async Task A_malformed_page_is_an_error_with_its_line(string part, string replacement, string message)
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "Stop-ContactsSandbox.md"));
        Assert.Contains(part, page, StringComparison.Ordinal);
        string path = _folder.Write("Stop-ContactsSandbox.md", page.Replace(part, replacement, StringComparison.Ordinal));

        ProgramRun run = await MakeAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Matches($@"^{System.Text.RegularExpressions.Regex.Escape(path)}\(\d+\): error HELP: ", run.Errors);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Find("en-US")));
    }

    [Fact]
    public async Task A_topic_that_is_gone_is_removed()
    {
        string topic = _folder.Write("about_X.md", "---\nonline version: https://example.com/docs/about_X.md\n---\n# about_X\n## SHORT DESCRIPTION\nA.\n## LONG DESCRIPTION\nB.\n");
        Assert.Equal(0, (await MakeAsync()).ExitCode);
        Assert.Equal("TOPIC\n    about_X\n\nSHORT DESCRIPTION\n    A.\n\nLONG DESCRIPTION\n    B.\n\n", File.ReadAllText(_folder.Find("en-US/about_X.help.txt")));

        File.Delete(topic);
        Assert.Equal(0, (await MakeAsync()).ExitCode);
        Assert.False(File.Exists(_folder.Find("en-US/about_X.help.txt")));
    }

    private Task<ProgramRun> MakeAsync() =>
        DotnetProgram.RunAsync(Path.Combine(AppContext.BaseDirectory, "ContactsPS.Help.dll"), _folder.Path, _folder.Find("en-US"));
}
