using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ContactsPS.Accounts;

namespace ContactsPS.Completion;

/// <summary>Completes the names of the accounts that are connected in this runspace.</summary>
public sealed class AccountCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        WildcardPattern pattern = CompletionWord.ToPattern(wordToComplete);
        foreach (string name in RunspaceState.Current.Accounts.Select(account => account.Name).Where(pattern.IsMatch))
        {
            yield return new CompletionResult($"'{CodeGeneration.EscapeSingleQuotedStringContent(name)}'", name, CompletionResultType.ParameterValue, name);
        }
    }
}
