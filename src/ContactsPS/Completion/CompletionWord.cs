using System.Management.Automation;

namespace ContactsPS.Completion;

/// <summary>The word that is being completed.</summary>
internal static class CompletionWord
{
    /// <summary>Matches what begins with the word, its quotes aside, whatever characters are in it.</summary>
    public static WildcardPattern ToPattern(string? word) =>
        new(WildcardPattern.Escape((word ?? string.Empty).Trim('\'', '"')) + "*", WildcardOptions.IgnoreCase);
}
