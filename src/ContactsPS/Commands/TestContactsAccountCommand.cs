using System.Management.Automation;
using ContactsPS.Accounts;
using ContactsPS.Client;

namespace ContactsPS.Commands;

/// <summary>
/// Tells whether the service of an account answers, and whether it accepts the credential, with one call that changes
/// nothing. A service that is down is a result and no error.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "ContactsAccount")]
[OutputType(typeof(AccountTestResult))]
public sealed class TestContactsAccountCommand : AccountCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        ContactsAccount account = GetAccount();
        ServiceAnswer answer = Await(new ContactsClient(account).CheckBalanceAsync);
        WriteVerbose(Describe("GET", ServiceCalls.CheckBalance, contacts: null, bytes: null, answer));
        bool isAuthenticated = answer.Kind == AnswerKind.Succeeded;
        WriteObject(new AccountTestResult
        {
            Endpoint = account.Endpoint,
            ApiLogin = account.ApiLogin,
            Reachable = answer.StatusCode is not null,
            Authenticated = isAuthenticated,
            Latency = answer.Elapsed,
            Balance = isAuthenticated ? WalletBalance.Read(answer) : null,
            Message = answer.Message,
        });
    }
}
