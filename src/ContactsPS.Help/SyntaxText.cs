using System.Text.RegularExpressions;

namespace ContactsPS.Help;

/// <summary>Reads a line of Get-Command -Syntax, such as <c>Get-X [[-Name] &lt;string[]&gt;] [-Force] [&lt;CommonParameters&gt;]</c>.</summary>
internal static partial class SyntaxText
{
    /// <summary>Reads the syntax of one parameter set.</summary>
    /// <exception cref="FormatException">It is not a syntax of this command.</exception>
    public static ParameterSetHelp Parse(string text, string command)
    {
        string line = string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        if (line != command && !line.StartsWith(command + " ", StringComparison.Ordinal))
        {
            throw new FormatException($"The syntax must start with '{command}'.");
        }

        string rest = line[command.Length..].Replace("[<CommonParameters>]", string.Empty, StringComparison.Ordinal);
        string unknown = Parameter.Replace(rest, string.Empty).Trim();
        return unknown.Length == 0
            ? new ParameterSetHelp([.. Parameter.Matches(rest).Select(ToParameter)])
            : throw new FormatException($"'{unknown}' is not the syntax of a parameter.");
    }

    // [[-Name] <type>], [-Name] <type>, [-Name <type>], -Name <type>, [-Name]
    [GeneratedRegex(
        @" (?<positional>\[)-(?<name>\w+)\] <(?<type>[^>]+)>(?= |$)|" +
        @" (?<optional>\[)?(?<positional>\[)?-(?<name>\w+)(?(positional)\])(?: <(?<type>[^>]+)>)?(?(optional)\])(?= |$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parameter { get; }

    private static SyntaxParameter ToParameter(Match match) => new(
        match.Groups["name"].Value,
        match.Groups["type"] is { Success: true } type ? type.Value : null,
        IsRequired: !match.Groups["optional"].Success,
        IsPositional: match.Groups["positional"].Success);
}
