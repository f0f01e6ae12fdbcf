using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace ContactsPS.Completion;

/// <summary>
/// Completes the names of lists: those that the account used before, and those of its sandbox. The service is not called.
/// </summary>
public sealed class ListNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        GroupNameCompletion.Complete(wordToComplete, fakeBoundParameters, names => names.Lists, "lists");
}
