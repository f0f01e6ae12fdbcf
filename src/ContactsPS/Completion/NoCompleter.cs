using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace ContactsPS.Completion;

/// <summary>Completes nothing. Without a completer, the engine offers file names, which are never meant here.</summary>
public sealed class NoCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) => [];
}
