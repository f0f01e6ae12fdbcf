using System.Text.RegularExpressions;

namespace ContactsPS.Tests.Help;

/// <summary>
/// An example of the page of a cmdlet. A powershell block is followed by an output block with what the console shows.
/// Without an output block, the example shows nothing. A block that begins with <c>```powershell not-run</c> needs more
/// than a sandbox, such as a person who answers a question.
/// </summary>
/// <param name="Title">The heading, such as "Example 1: Import a file".</param>
/// <param name="Code">The commands.</param>
/// <param name="IsRun">Whether the example can be run with a sandbox.</param>
/// <param name="Output">What the page says that the console shows.</param>
internal sealed record HelpExample(string Title, string Code, bool IsRun, string Output)
{
    private static readonly Regex s_example = new(
        @"^### (?<title>Example \d+: [^\n]+)\n(?<body>.*?)(?=^### |^## )",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(5));

    private static readonly Regex s_block = new(
        @"^```(?<language>powershell|output)(?<note> not-run)?\n(?<text>.*?)^```",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(5));

    private static readonly Regex s_setup = new(
        @"^examples setup: (?<text>[^\n]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));

    /// <summary>The pages of the cmdlets: those with front matter for Get-Help.</summary>
    public static IEnumerable<string> Pages => Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*-*.md")
        .Where(path => File.ReadAllText(path).Contains("external help file:", StringComparison.Ordinal))
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .Order(StringComparer.Ordinal);

    /// <summary>Reads the command that a page wants before its examples, and the examples.</summary>
    /// <param name="page">The name of the page, without its extension.</param>
    public static (string? Setup, IReadOnlyList<HelpExample> Examples) Read(string page)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, "docs", page + ".md")).ReplaceLineEndings("\n");
        Match setup = s_setup.Match(text);
        return (setup.Success ? setup.Groups["text"].Value : null, [.. s_example.Matches(text).Select(match => Read(page, match))]);
    }

    private static HelpExample Read(string page, Match example)
    {
        string title = example.Groups["title"].Value;
        Match[] blocks = [.. s_block.Matches(example.Groups["body"].Value).Cast<Match>()];
        if (blocks.Length is 0 or > 2 || blocks[0].Groups["language"].Value != "powershell" || blocks.Skip(1).Any(b => b.Groups["language"].Value != "output"))
        {
            throw new InvalidDataException($"{page}, {title}: there must be a powershell block and then at most one output block.");
        }

        return new HelpExample(
            title,
            blocks[0].Groups["text"].Value,
            IsRun: !blocks[0].Groups["note"].Success,
            blocks.Length > 1 ? blocks[1].Groups["text"].Value : string.Empty);
    }
}
