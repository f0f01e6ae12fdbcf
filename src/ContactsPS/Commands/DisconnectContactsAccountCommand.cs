using System.Management.Automation;
using ContactsPS.Accounts;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Errors;

namespace ContactsPS.Commands;

/// <summary>Removes accounts from this runspace: the current account, or the accounts with the given names.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "ContactsAccount")]
[OutputType(typeof(void))]
public sealed class DisconnectContactsAccountCommand : PSCmdlet
{
    /// <summary>The names of the accounts. Wildcards are allowed. Default: the current account.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AccountCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        RunspaceState state = RunspaceState.Current;
        if (Name is null)
        {
            if (state.CurrentAccount is null)
            {
                WriteError(ErrorRecords.From(ModuleErrorIds.NotConnected, Messages.NotConnected, target: null));
                return;
            }

            state.Disconnect(state.CurrentAccount);
            return;
        }

        foreach (string name in Name)
        {
            Disconnect(state, name);
        }
    }

    private void Disconnect(RunspaceState state, string name)
    {
        var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
        ContactsAccount[] found = [.. state.Accounts.Where(account => pattern.IsMatch(account.Name))];
        if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
        {
            WriteError(ErrorRecords.From(ModuleErrorIds.AccountNotFound, Messages.AccountNotFound(name), name));
        }

        foreach (ContactsAccount account in found)
        {
            state.Disconnect(account);
        }
    }
}
