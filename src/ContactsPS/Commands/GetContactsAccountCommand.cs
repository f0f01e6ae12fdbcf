using System.Management.Automation;
using ContactsPS.Accounts;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Errors;

namespace ContactsPS.Commands;

/// <summary>Lists the accounts that are connected in this runspace.</summary>
[Cmdlet(VerbsCommon.Get, "ContactsAccount")]
[OutputType(typeof(ContactsAccount))]
public sealed class GetContactsAccountCommand : PSCmdlet
{
    /// <summary>The names of the accounts to list. Wildcards are allowed. Default: all accounts.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(AccountCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string name in Name)
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
            ContactsAccount[] found = [.. RunspaceState.Current.Accounts.Where(account => pattern.IsMatch(account.Name))];
            if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteError(ErrorRecords.From(ModuleErrorIds.AccountNotFound, Messages.AccountNotFound(name), name));
            }

            WriteObject(found, enumerateCollection: true);
        }
    }
}
