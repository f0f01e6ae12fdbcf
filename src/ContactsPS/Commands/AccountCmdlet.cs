using System.Globalization;
using System.Management.Automation;
using ContactsPS.Accounts;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Errors;

namespace ContactsPS.Commands;

/// <summary>A cmdlet that calls the service.</summary>
public abstract class AccountCmdlet : CancellableCmdlet
{
    /// <summary>The account to use, or its name. Default: the current account of this runspace.</summary>
    [Parameter]
    [ValidateNotNull]
    [AccountTransformation]
    [ArgumentCompleter(typeof(AccountCompleter))]
    public ContactsAccount? Account { get; set; }

    /// <summary>Gets the account to use. Ends the cmdlet with NotConnected when there is none.</summary>
    protected ContactsAccount GetAccount()
    {
        if (FindAccount() is { } account)
        {
            return account;
        }

        string[] others = [.. RunspaceState.Current.Accounts.Select(other => other.Name)];
        this.Fail(ModuleErrorIds.NotConnected, others.Length == 0 ? Messages.NotConnected : Messages.NoneIsCurrent(others));
        return null;
    }

    /// <summary>Gets the account to use. Null when there is none.</summary>
    private protected ContactsAccount? FindAccount() => Account ?? RunspaceState.Current.CurrentAccount;

    /// <summary>Describes a request and its result. The text never contains a body or a header.</summary>
    internal static string Describe(HttpMethod method, string call, int? contacts, int? bytes, ServiceAnswer answer)
    {
        string content = contacts is null
            ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $"{contacts} {(contacts == 1 ? "contact" : "contacts")}, {bytes} bytes, ");
        string status = answer.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "no answer";
        return string.Create(CultureInfo.InvariantCulture, $"{method} {call}: {content}{status}, {answer.Elapsed.TotalMilliseconds:0} ms");
    }
}
