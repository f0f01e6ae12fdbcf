using System.Globalization;
using System.Management.Automation;
using System.Security;
using System.Security.Cryptography;
using ContactsPS.Accounts;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Errors;
using ContactsPS.Input;
using ContactsPS.Sandboxes;

namespace ContactsPS.Commands;

/// <summary>
/// Starts a simulation of the web service in a separate process, on the loopback address. It ends with this process, or
/// with Stop-ContactsSandbox. It requires dotnet and the ASP.NET Core runtime.
/// </summary>
[Cmdlet(VerbsLifecycle.Start, "ContactsSandbox")]
[OutputType(typeof(ContactsSandbox))]
public sealed class StartContactsSandboxCommand : CancellableCmdlet
{
    private const string DefaultLogin = "sandbox@example.com";

    /// <summary>The TCP port to listen on. Default: a free port.</summary>
    [Parameter]
    [ValidateRange(1, 65535)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public int? Port { get; set; }

    /// <summary>
    /// The file that stores the data. It is created if it doesn't exist. Default: none, the data is in memory.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? DataPath { get; set; }

    /// <summary>The credential to accept. Default: a new one for sandbox@example.com, with a random key.</summary>
    [Parameter]
    [ValidateNotNull]
    [Credential]
    [ArgumentCompleter(typeof(NoCompleter))]
    public PSCredential? Credential { get; set; }

    /// <summary>The delay before each call is processed, in milliseconds. Default: 0.</summary>
    [Parameter]
    [ValidateRange(0, 600_000)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public int LatencyMilliseconds { get; set; }

    /// <summary>
    /// The share of requests that fail, from 0 to 1. They fail in turn with status 429, with status 500 and with a
    /// dropped connection. Default: 0.
    /// </summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public double FailureRate { get; set; }

    /// <summary>
    /// Open the page that shows what the sandbox receives, in the browser. Default: it is not opened.
    /// </summary>
    [Parameter]
    public SwitchParameter Show { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        PSCredential credential = Credential ?? MakeUpCredential();
        try
        {
            string? dataPath = DataPath is null ? null : SourcePaths.Resolve(this, DataPath);
            SandboxProcess process = Await(token => SandboxProcess.StartAsync(
                Arguments(dataPath), credential.UserName, credential.GetNetworkCredential().Password, token));
            var sandbox = new ContactsSandbox(process, credential, dataPath);
            RunspaceState.Current.Add(sandbox);
            WriteObject(sandbox);
            if (Show)
            {
                OpenPage(sandbox.Page);
            }
        }
        catch (ContactsException error)
        {
            this.Fail(error);
        }
    }

    // A machine without a desktop has no browser, but the sandbox is running.
    private void OpenPage(Uri page)
    {
        if (Await(token => Browser.OpenAsync(page, token)) is { } reason)
        {
            WriteWarning(Messages.PageNotShown(page, reason));
        }
    }

    private static PSCredential MakeUpCredential()
    {
        var key = new SecureString();
        foreach (char c in RandomNumberGenerator.GetHexString(32, lowercase: true))
        {
            key.AppendChar(c);
        }

        key.MakeReadOnly();
        return new PSCredential(DefaultLogin, key);
    }

    private List<string> Arguments(string? dataPath)
    {
        List<string> arguments =
        [
            "--latency-milliseconds", LatencyMilliseconds.ToString(CultureInfo.InvariantCulture),
            "--failure-rate", FailureRate.ToString("0.############", CultureInfo.InvariantCulture),
        ];
        if (Port is { } port)
        {
            arguments.AddRange(["--port", port.ToString(CultureInfo.InvariantCulture)]);
        }

        if (dataPath is not null)
        {
            arguments.AddRange(["--data-path", dataPath]);
        }

        return arguments;
    }
}
