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
        return
        [
            .. RunspaceState.Current.Accounts
                .Where(account => pattern.IsMatch(account.Name))
                .Select(account => CompletionWord.Quote(account.Name, account.ToString())),
        ];
    }
}
