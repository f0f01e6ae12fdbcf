using System.Text.RegularExpressions;

namespace ContactsPS.Tests.Help;

/// <summary>
/// Removes from the text of a console what differs from run to run (ports, process ids, times, and with them the widths of
/// columns), and the colours.
/// </summary>
internal static class ConsoleText
{
    private static readonly (Regex Pattern, string Replacement)[] s_rules =
    [
        (Rule(@"\x1B\[[0-9;]*m"), string.Empty),
        (Rule(@"127\.0\.0\.1:\d+"), "127.0.0.1:PORT"),
        (Rule(@"(?<=/v1/public/\s+)\d+(?= (True|False))"), "PROCESS"),
        (Rule(@"\d\d:\d\d:\d\d\.\d+"), "TIME"),
        (Rule(@"-{2,}"), "--"),
        (Rule(@"[ \t]+"), " "),
        (Rule(@" ?\n\s*"), "\n"),
    ];

    /// <summary>Makes texts of two runs comparable.</summary>
    /// <param name="text">What the console shows.</param>
    /// <param name="folder">The current folder, which is removed from paths.</param>
    public static string Normalize(string text, string folder)
    {
        string normal = text.ReplaceLineEndings("\n").Replace(folder + Path.DirectorySeparatorChar, string.Empty, StringComparison.Ordinal);
        return s_rules.Aggregate(normal, (current, rule) => rule.Pattern.Replace(current, rule.Replacement)).Trim();
    }

    private static Regex Rule(string pattern) => new(pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
}
