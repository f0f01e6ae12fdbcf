using System.Management.Automation;
using ContactsPS.Accounts;
using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Commands;

/// <summary>
/// Tests whether the service of an account answers, and whether it accepts the credential. It makes one call, which
/// changes nothing. An unavailable service is a result and not an error.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "ContactsAccount")]
[OutputType(typeof(AccountTestResult), typeof(bool))]
public sealed class TestContactsAccountCommand : AccountCmdlet
{
    /// <summary>
    /// Write only whether the service answered and accepted the credential, as a Boolean. Default: off.
    /// </summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        ContactsAccount account = GetAccount();
        ServiceAnswer answer = Await(new ContactsClient(account).CheckBalanceAsync);
        WriteVerbose(Describe(HttpMethod.Get, ServiceCalls.CheckBalance, contacts: null, bytes: null, answer));
        bool isAuthenticated = answer.Kind == AnswerKind.Succeeded;
        if (Quiet)
        {
            WriteObject(isAuthenticated);
            return;
        }

        if (answer.Kind == AnswerKind.Transient)
        {
            WriteWarning(Messages.ServiceDown(account, answer));
        }

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
