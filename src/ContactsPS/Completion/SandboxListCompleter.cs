using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace ContactsPS.Completion;

/// <summary>Completes the names of the lists of a sandbox, or of its tags with -Tag.</summary>
public sealed class SandboxListCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        (fakeBoundParameters?.Contains("Tag") == true ? (IArgumentCompleter)new TagNameCompleter() : new ListNameCompleter())
            .CompleteArgument(commandName, parameterName, wordToComplete, commandAst, fakeBoundParameters!);
}
