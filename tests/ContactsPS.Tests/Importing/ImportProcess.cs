using System.Diagnostics;
using System.Globalization;

namespace ContactsPS.Tests.Importing;

/// <summary>A process of the host program that imports a file and can be killed. The credential is in its environment.</summary>
public sealed class ImportProcess : IDisposable
{
    private const string Opening = "Connect-ContactsAccount -FromEnvironment -NoVerify; ";

    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private ImportProcess(Uri endpoint, PSCredential credential, string command)
    {
        ProcessStartInfo start = HostProgram.Prepare("-Command", command);
        start.Environment["CONTACTSPS_API_LOGIN"] = credential.UserName;
        start.Environment["CONTACTSPS_API_KEY"] = credential.GetNetworkCredential().Password;
        start.Environment["CONTACTSPS_ENDPOINT"] = endpoint.AbsoluteUri;
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>Whether the process has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Starts a process that runs a command against a sandbox at once.</summary>
    public static ImportProcess Start(Sandbox sandbox, string command) => Start(sandbox.Endpoint, sandbox.Credential, command);

    /// <summary>Starts a process that runs a command against another server at once.</summary>
    public static ImportProcess Start(Uri endpoint, PSCredential credential, string command) =>
        new(endpoint, credential, Opening + command);

    /// <summary>Starts a process that runs a command when <see cref="Go"/> is called.</summary>
    public static ImportProcess Prepare(Sandbox sandbox, string command) =>
        new(sandbox.Endpoint, sandbox.Credential, $"{Opening}$null = [Console]::In.ReadLine(); {command}");

    /// <summary>Lets a prepared process run its command.</summary>
    public void Go() => _process.StandardInput.WriteLine();

    /// <summary>Kills the process, which cannot handle that (SIGKILL), and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asks the process to end (SIGTERM), and waits until it is gone. Not for Windows.</summary>
    public async Task TerminateAsync()
    {
        using (Process signal = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await signal.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(s_limit, TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for the end, at most two minutes.</summary>
    public async Task<HostRun> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(s_limit, TestContext.Current.CancellationToken);
        return new HostRun(_process.ExitCode, await _output, await _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
