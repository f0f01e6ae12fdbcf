using System.Text.RegularExpressions;

namespace ContactsPS.Help;

/// <summary>The folder in which PowerShell looks for help: en-US, beside the manifest of the module.</summary>
internal static partial class HelpFolder
{
    private const string CommandFile = "ContactsPS.dll-Help.xml";

    /// <summary>
    /// Makes the help of all pages. A page named for a cmdlet (Verb-Noun.md) becomes a part of the MAML file, and a page
    /// named about_*.md becomes a text file. All other pages are guides, which are only linked.
    /// </summary>
    /// <exception cref="PageException">A page doesn't have the right form. Then nothing is written.</exception>
    public static void Write(string pages, string target)
    {
        string[] files = [.. Directory.EnumerateFiles(pages, "*.md").Order(StringComparer.Ordinal)];
        CommandHelp[] commands = [.. files.Where(file => CommandName.IsMatch(Path.GetFileName(file))).Select(CommandPage.Read)];
        (string Name, string Text)[] topics =
            [.. files.Where(IsTopic).Select(file => (Path.GetFileNameWithoutExtension(file), TopicPage.Read(file)))];

        Directory.CreateDirectory(target);
        foreach (string old in Directory.EnumerateFiles(target, "*.help.txt"))
        {
            File.Delete(old);
        }

        foreach ((string name, string text) in topics)
        {
            File.WriteAllText(Path.Combine(target, name + ".help.txt"), text);
        }

        // Last, because the build compares its time with the times of the pages.
        Maml.Write(commands, Path.Combine(target, CommandFile));
    }

    [GeneratedRegex(@"^[A-Z][a-z]+(To|From)?-[A-Z]\w*\.md$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CommandName { get; }

    private static bool IsTopic(string file) => Path.GetFileName(file).StartsWith("about_", StringComparison.Ordinal);
}
