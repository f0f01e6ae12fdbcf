using System.Diagnostics;
using System.Text;
using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Sandboxes;

/// <summary>
/// The process of a sandbox. It ends when its standard input is closed. This process holds the writing end of that
/// stream, so the sandbox ends with this process, even when this process is killed.
/// </summary>
internal sealed class SandboxProcess
{
    private const string ReadyLine = "ready ";

    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_stopLimit = TimeSpan.FromSeconds(5);

    private readonly Process _process;

    private SandboxProcess(Process process, Uri endpoint)
    {
        _process = process;
        Endpoint = endpoint;
        Id = process.Id;
    }

    /// <summary>The address that the sandbox listens on.</summary>
    public Uri Endpoint { get; }

    /// <summary>The id of the process.</summary>
    public int Id { get; }

    public bool IsRunning => !_process.HasExited;

    /// <summary>Starts a sandbox and waits until it listens.</summary>
    /// <param name="arguments">The command line of the sandbox.</param>
    /// <param name="login">The login that the sandbox accepts.</param>
    /// <param name="key">
    /// The key that the sandbox accepts. It is passed on standard input, because other programs can see the command line and
    /// the environment of a process.
    /// </param>
    /// <param name="cancellationToken">Cancels the start, and ends the process.</param>
    /// <exception cref="ContactsException">SandboxStartFailed.</exception>
    public static async Task<SandboxProcess> StartAsync(
        IEnumerable<string> arguments, string login, string key, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(DotNetHost.Find(), [SandboxPath, "--stop-with-stdin", "--credential-from-stdin", .. arguments])
        {
            RedirectStandardInput = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };

        // The sandbox has no use for a key that is in the environment of this process.
        foreach (string variable in start.Environment.Keys.Where(name => name.StartsWith("CONTACTSPS_", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(variable);
        }

        Process process = Launch(start);
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(s_startLimit);
            await WriteCredentialAsync(process.StandardInput, login, key);
            return new SandboxProcess(process, await WaitUntilReadyAsync(process, limit.Token));
        }
        catch (Exception error)
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            if (error is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                throw Failed($"it was not ready within {s_startLimit.TotalSeconds} seconds");
            }

            throw;
        }
    }

    /// <summary>
    /// Ends the sandbox. It closes its standard input first, and kills the process if that is not enough.
    /// </summary>
    public void Stop()
    {
        if (_process.HasExited)
        {
            return;
        }

        _process.StandardInput.Close();
        if (!_process.WaitForExit(s_stopLimit))
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit();
        }
    }

    private static string SandboxPath => Path.Combine(
        Path.GetDirectoryName(typeof(SandboxProcess).Assembly.Location)!, "sandbox", "ContactsPS.Sandbox.dll");

    private static Process Launch(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw Failed($"'{start.FileName}' can't be started ({error.Message}). The sandbox requires the ASP.NET Core runtime 10, and dotnet on the PATH");
        }
    }

    private static async Task WriteCredentialAsync(StreamWriter input, string login, string key)
    {
        try
        {
            await input.WriteAsync($"{login}\n{key}\n");
            await input.FlushAsync();
        }
        catch (IOException)
        {
            // The process has ended. What it wrote to standard error is read next, and says why.
        }
    }

    private static async Task<Uri> WaitUntilReadyAsync(Process process, CancellationToken cancellationToken)
    {
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
        string? line = await process.StandardOutput.ReadLineAsync(cancellationToken);
        if (line?.StartsWith(ReadyLine, StringComparison.Ordinal) != true)
        {
            string said = line is null ? (await errors).Trim() : line;
            throw Failed(said.Length == 0 ? "the process ended without a message" : said);
        }

        // The rest of its output is read and ignored, because a full pipe would block the sandbox.
        _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        return new Uri(line[ReadyLine.Length..]);
    }

    private static ContactsException Failed(string reason) =>
        new(ModuleErrorIds.SandboxStartFailed, $"The sandbox did not start: {reason.TrimEnd('.')}.");
}
