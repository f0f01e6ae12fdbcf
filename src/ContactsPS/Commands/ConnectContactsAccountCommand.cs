using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;
using ContactsPS.Accounts;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Errors;
using ContactsPS.Sandboxes;

namespace ContactsPS.Commands;

/// <summary>
/// Connects an account and makes it the current one of this runspace. The credential is checked first, with one call.
/// -NoVerify skips this check.
/// </summary>
[Cmdlet(VerbsCommunications.Connect, "ContactsAccount", DefaultParameterSetName = CredentialSet)]
[OutputType(typeof(ContactsAccount))]
public sealed class ConnectContactsAccountCommand : CancellableCmdlet
{
    private const string CredentialSet = "Credential";
    private const string ApiKeySet = "ApiKey";
    private const string EnvironmentSet = "Environment";
    private const string SandboxSet = "Sandbox";

    private const string LoginVariable = "CONTACTSPS_API_LOGIN";
    private const string KeyVariable = "CONTACTSPS_API_KEY";
    private const string EndpointVariable = "CONTACTSPS_ENDPOINT";

    /// <summary>
    /// The user name is the API login, and the password is the API key. Default: the cmdlet asks for it.
    /// </summary>
    [Parameter(Position = 0, ParameterSetName = CredentialSet)]
    [Credential]
    [ArgumentCompleter(typeof(NoCompleter))]
    public PSCredential? Credential { get; set; }

    /// <summary>The API login, an e-mail address.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ApiKeySet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string? ApiLogin { get; set; }

    /// <summary>The API key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ApiKeySet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoCompleter))]
    public SecureString? ApiKey { get; set; }

    /// <summary>Read the login, the key and the endpoint from environment variables. Default: off.</summary>
    [Parameter(Mandatory = true, ParameterSetName = EnvironmentSet)]
    public SwitchParameter FromEnvironment { get; set; }

    /// <summary>A sandbox that Start-ContactsSandbox started.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = SandboxSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoCompleter))]
    public ContactsSandbox? Sandbox { get; set; }

    /// <summary>
    /// The address of the service: https, or http to this machine. Default: the address of the vendor.
    /// </summary>
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ApiKeySet)]
    [Parameter(ParameterSetName = EnvironmentSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(EndpointCompleter))]
    public Uri? Endpoint { get; set; }

    /// <summary>The name of the account in this runspace. Default: the login.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string? Name { get; set; }

    /// <summary>The longest time for one request and its answer, in seconds. Default: 100.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public int TimeoutSec { get; set; } = 100;

    /// <summary>The address of the proxy. Default: the proxy of the system.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoCompleter))]
    public Uri? Proxy { get; set; }

    /// <summary>Don't check the credential. Default: off.</summary>
    [Parameter]
    public SwitchParameter NoVerify { get; set; }

    /// <summary>
    /// Allow the key to be sent over http to another machine. Others on the network can read it. Default: off.
    /// </summary>
    [Parameter]
    public SwitchParameter AllowUnencryptedAuthentication { get; set; }

    /// <summary>Write the account to the pipeline. Default: off.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        ContactsAccount account = MakeAccount();
        if (!NoVerify)
        {
            Verify(account);
        }

        if (ParameterSetName != SandboxSet && RunspaceState.Current.Find(account.Name) is { } old && old.Endpoint != account.Endpoint)
        {
            WriteWarning(Messages.AccountReplaced(old));
        }

        RunspaceState.Current.Connect(account);
        if (PassThru)
        {
            WriteObject(account);
        }
    }

    private static string Reveal(SecureString secret) => new PSCredential("key", secret).GetNetworkCredential().Password;

    private static (string Login, string Key) Split(PSCredential credential) => (credential.UserName, Reveal(credential.Password));

    private ContactsAccount MakeAccount()
    {
        (string login, string key) = ParameterSetName switch
        {
            ApiKeySet => (ApiLogin!, Reveal(ApiKey!)),
            EnvironmentSet => (ReadVariable(LoginVariable), ReadVariable(KeyVariable)),
            SandboxSet => Split(Sandbox!.Credential),
            _ => Split(Credential ?? AskForCredential()),
        };
        try
        {
            return new ContactsAccount(login, key, new AccountSettings
            {
                Name = Name,
                Endpoint = FindEndpoint(),
                Timeout = TimeSpan.FromSeconds(TimeoutSec),
                Proxy = Proxy,
                AllowUnencryptedAuthentication = AllowUnencryptedAuthentication,
            });
        }
        catch (ContactsException error)
        {
            this.Fail(error);
            throw;
        }
    }

    private string ReadVariable(string name)
    {
        string? value = Environment.GetEnvironmentVariable(name);
        if (string.IsNullOrEmpty(value))
        {
            this.Fail(ModuleErrorIds.EnvironmentVariableMissing, Messages.EnvironmentVariableMissing(name), name);
        }

        return value;
    }

    private PSCredential AskForCredential()
    {
        PSCredential? credential = null;
        try
        {
            credential = Host.UI?.PromptForCredential(
                "ContactsPS", "User name: the API login. Password: the API key.", userName: null, targetName: null);
        }
        catch (Exception error) when (error is HostException or PSInvalidOperationException or NotImplementedException)
        {
            ThrowTerminatingError(ErrorRecords.From(ModuleErrorIds.CredentialMissing, Messages.CredentialMissing, target: null, error));
        }

        if (credential is null)
        {
            this.Fail(ModuleErrorIds.CredentialMissing, Messages.CredentialMissing);
        }

        return credential;
    }

    private Uri FindEndpoint()
    {
        if (Endpoint is not null)
        {
            return Endpoint;
        }

        if (ParameterSetName == SandboxSet)
        {
            return Sandbox!.Endpoint;
        }

        string? variable = ParameterSetName == EnvironmentSet ? Environment.GetEnvironmentVariable(EndpointVariable) : null;
        return string.IsNullOrEmpty(variable) ? ServiceEndpoint.Default : ParseEndpoint(variable);
    }

    private Uri ParseEndpoint(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out Uri? endpoint))
        {
            this.Fail(ErrorIds.EndpointInvalid, Messages.EndpointVariableInvalid(EndpointVariable), EndpointVariable);
        }

        return endpoint;
    }

    private void Verify(ContactsAccount account)
    {
        ServiceAnswer answer = Await(new ContactsClient(account).CheckBalanceAsync);
        WriteVerbose(AccountCmdlet.Describe(HttpMethod.Get, ServiceCalls.CheckBalance, contacts: null, bytes: null, answer));
        if (answer.Kind != AnswerKind.Succeeded)
        {
            SendStop stop = SendStop.For(answer) ?? new SendStop(ErrorIds.RequestRejected, answer);
            this.Fail(new ServiceException(stop.ErrorId, Messages.NotVerified(stop, account), answer), account);
        }
    }
}
