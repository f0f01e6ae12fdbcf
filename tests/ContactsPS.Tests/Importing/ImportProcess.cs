using System.Diagnostics;

namespace ContactsPS.Tests.Importing;

/// <summary>A process of the host program that imports, with the credential in its environment, and that can be killed.</summary>
public sealed class ImportProcess : IDisposable
{
    private const string Opening = "Connect-ContactsAccount -FromEnvironment -NoVerify; ";

    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private ImportProcess(Uri endpoint, PSCredential credential, string command)
    {
        ProcessStartInfo start = HostProgram.StartInfo("-Command", command);
        start.Environment["CONTACTSPS_API_LOGIN"] = credential.UserName;
        start.Environment["CONTACTSPS_API_KEY"] = credential.GetNetworkCredential().Password;
        start.Environment["CONTACTSPS_ENDPOINT"] = endpoint.AbsoluteUri;
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _errors = _process.StandardError.ReadToEndAsync();
    }

    public bool HasExited => _process.HasExited;

    /// <summary>Starts a process that runs a command at once.</summary>
    public static ImportProcess Start(Sandbox sandbox, string command) => Start(sandbox.Endpoint, sandbox.Credential, command);

    /// <summary>Starts a process that runs a command at once, for another server than a sandbox.</summary>
    public static ImportProcess Start(Uri endpoint, PSCredential credential, string command) =>
        new(endpoint, credential, Opening + command);

    /// <summary>Starts a process that is ready to run a command, and waits with it for <see cref="Go"/>.</summary>
    public static ImportProcess Prepare(Sandbox sandbox, string command) =>
        new(sandbox.Endpoint, sandbox.Credential, $"{Opening}$null = [Console]::In.ReadLine(); {command}");

    public void Go() => _process.StandardInput.WriteLine();

    /// <summary>SIGKILL: the process gets no chance to do anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for its end.</summary>
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
