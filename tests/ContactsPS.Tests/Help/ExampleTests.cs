namespace ContactsPS.Tests.Help;

/// <summary>The examples of the pages, and so of Get-Help, run and show what they say.</summary>
public sealed class ExampleTests
{
    /// <summary>The examples that are not run. A new one must be added here.</summary>
    private static readonly string[] s_notRun = ["Connect-ContactsAccount, Example 5", "Connect-ContactsAccount, Example 6"];

    public static TheoryData<string> Pages => [.. HelpExample.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Each_example_shows_what_its_page_says(string page)
    {
        using var shell = new ExampleShell();
        (string? setup, IReadOnlyList<HelpExample> examples) = HelpExample.Read(page);
        Assert.Equal(string.Empty, shell.Type(setup ?? string.Empty).Trim());

        // All examples are run before the first comparison, so that one report has all differences.
        (string Title, string Expected, string Shown)[] runs =
        [
            .. examples.Where(example => example.IsRun).Select(example => (
                example.Title,
                ConsoleText.Normalize(example.Output, shell.Folder),
                ConsoleText.Normalize(shell.Type(example.Code), shell.Folder))),
        ];

        Assert.NotEmpty(runs);
        Assert.Equal(Report(runs.Select(run => (run.Title, run.Expected))), Report(runs.Select(run => (run.Title, run.Shown))));
    }

    [Fact]
    public void Only_known_examples_are_not_run()
    {
        IEnumerable<string> found =
            from page in HelpExample.Pages
            from example in HelpExample.Read(page).Examples
            where !example.IsRun
            select $"{page}, {example.Title.Split(':')[0]}";

        Assert.Equal(s_notRun, found);
    }

    private static string Report(IEnumerable<(string Title, string Text)> texts) =>
        string.Join("\n\n", texts.Select(text => $"{text.Title}\n{text.Text}"));
}
