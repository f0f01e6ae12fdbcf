using System.Diagnostics;

namespace ContactsPS.Testing;

/// <summary>A sandbox in a process of its own. It ends with the test process, however that ends.</summary>
public sealed class SandboxProcess : RunningSandbox, IAsyncDisposable
{
    /// <summary>The login that a sandbox accepts by default.</summary>
    public const string Login = "sandbox@example.com";

    /// <summary>The key that a sandbox accepts by default.</summary>
    public const string Key = "sandbox-key";

    private const string Ready = "ready ";

    private SandboxProcess(Process process, Uri endpoint)
        : base(endpoint) => Process = process;

    /// <summary>The process, whose three standard streams are redirected.</summary>
    public Process Process { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts a sandbox that ends with its standard input, and waits until it is ready.</summary>
    public static Task<SandboxProcess> StartAsync(params string[] options) => StartExactlyAsync(["--stop-with-stdin", .. options]);

    /// <summary>Starts a sandbox with exactly these options and further environment variables, and waits until it is ready.</summary>
    public static async Task<SandboxProcess> StartExactlyAsync(string[] options, params (string Name, string Value)[] environment)
    {
        Process process = Process.Start(DotnetProgram.Prepare(Repository.SandboxProgram, options, environment))!;
        string? line = await process.StandardOutput.ReadLineAsync(Cancellation);
        return line is not null && line.StartsWith(Ready, StringComparison.Ordinal)
            ? new SandboxProcess(process, new Uri(line[Ready.Length..]))
            : throw new InvalidOperationException($"The sandbox did not start: {line} {await process.StandardError.ReadToEndAsync(Cancellation)}");
    }

    /// <summary>Closes standard input and waits for the end, at most ten seconds; the exit code.</summary>
    public async Task<int> StopAsync()
    {
        Process.StandardInput.Close();
        return await EndAsync();
    }

    /// <summary>Waits for the end, at most ten seconds; the exit code.</summary>
    public async Task<int> EndAsync()
    {
        await Process.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
        return Process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!Process.HasExited)
        {
            Process.Kill();
            await Process.WaitForExitAsync(CancellationToken.None);
        }

        Process.Dispose();
    }
}
