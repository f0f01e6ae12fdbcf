using System.Collections;
using System.Management.Automation;
using ContactsPS.Sandboxes;

namespace ContactsPS.Completion;

/// <summary>Finds the names of lists or tags that the user may mean.</summary>
internal static class GroupNameCompletion
{
    /// <summary>Completes a name. The names that were used last come first.</summary>
    /// <param name="word">The start of the name.</param>
    /// <param name="bound">The parameters of the command.</param>
    /// <param name="select">Selects the kind in a history.</param>
    /// <param name="kind">The kind, as the sandbox calls it: lists or tags.</param>
    public static IEnumerable<CompletionResult> Complete(
        string? word, IDictionary? bound, Func<UsedNames, IReadOnlyList<string>> select, string kind)
    {
        var command = new CompletedCommand(bound);
        IEnumerable<string> used = command.Account is { } account ? select(NameHistory.Of(account).Read()) : [];
        IEnumerable<string> held = command.Sandbox is { } sandbox ? SandboxInspector.FindNames(sandbox, kind) : [];
        WildcardPattern pattern = CompletionWord.ToPattern(word);
        return [.. used.Concat(held).Distinct(StringComparer.Ordinal).Where(pattern.IsMatch).Select(name => CompletionWord.Quote(name))];
    }
}
