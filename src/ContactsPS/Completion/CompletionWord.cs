using System.Management.Automation;
using System.Management.Automation.Language;

namespace ContactsPS.Completion;

/// <summary>The word that is being completed, and what is offered for it.</summary>
internal static class CompletionWord
{
    /// <summary>
    /// Makes a pattern for names that begin with the word. Quotes around the word are ignored, and wildcard characters
    /// in it have no special meaning.
    /// </summary>
    public static WildcardPattern ToPattern(string? word) =>
        new(WildcardPattern.Escape((word ?? string.Empty).Trim('\'', '"')) + "*", WildcardOptions.IgnoreCase);

    /// <summary>Offers a name as one argument: in single quotes, with the quotes in it doubled.</summary>
    /// <param name="name">The name.</param>
    /// <param name="toolTip">The explanation. Default: the name.</param>
    public static CompletionResult Quote(string name, string? toolTip = null) => new(
        $"'{CodeGeneration.EscapeSingleQuotedStringContent(name)}'", name, CompletionResultType.ParameterValue, toolTip ?? name);

    /// <summary>Offers a text that needs no quotes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="toolTip">The explanation. Default: the text.</param>
    public static CompletionResult Plain(string text, string? toolTip = null) =>
        new(text, text, CompletionResultType.ParameterValue, toolTip ?? text);
}
