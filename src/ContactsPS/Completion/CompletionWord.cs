using System.Management.Automation;

namespace ContactsPS.Completion;

/// <summary>The word that is being completed.</summary>
internal static class CompletionWord
{
    /// <summary>
    /// Makes a pattern for names that begin with the word. Quotes around the word are ignored, and wildcard characters
    /// in it have no special meaning.
    /// </summary>
    public static WildcardPattern ToPattern(string? word) =>
        new(WildcardPattern.Escape((word ?? string.Empty).Trim('\'', '"')) + "*", WildcardOptions.IgnoreCase);
}
