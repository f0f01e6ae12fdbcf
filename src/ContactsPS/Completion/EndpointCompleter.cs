using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using ContactsPS.Accounts;
using ContactsPS.Client;

namespace ContactsPS.Completion;

/// <summary>
/// Completes the address of the vendor, and the addresses of the running sandboxes and the connected accounts.
/// </summary>
public sealed class EndpointCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        RunspaceState state = RunspaceState.Current;
        IEnumerable<Uri> known = state.Sandboxes.Where(sandbox => sandbox.IsRunning).Select(sandbox => sandbox.Endpoint)
            .Concat(state.Accounts.Select(account => account.Endpoint))
            .Prepend(ServiceEndpoint.Default);
        WildcardPattern pattern = CompletionWord.ToPattern(wordToComplete);
        return [.. known.Select(address => address.ToString()).Distinct(StringComparer.Ordinal).Where(pattern.IsMatch).Select(address => CompletionWord.Quote(address))];
    }
}
