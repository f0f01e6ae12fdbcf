using System.Diagnostics;

namespace ContactsPS.Tests.Hosting;

/// <summary>Runs the host program in a process of its own, as a scheduler does.</summary>
public static class HostProgram
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    /// <summary>How it is started: without the profiles of whoever runs the tests, and without colours in what it writes.</summary>
    public static ProcessStartInfo StartInfo(params string[] arguments) => new(Repository.HostProgram, ["-NoProfile", .. arguments])
    {
        Environment = { ["NO_COLOR"] = "1" },
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    };

    public static async Task<HostRun> RunAsync(params string[] arguments)
    {
        using Process process = Process.Start(StartInfo(arguments))!;
        process.StandardInput.Close();
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.WaitForExitAsync(cancellation).WaitAsync(s_limit, cancellation);
            return new HostRun(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}

/// <summary>What came of a run of the host program.</summary>
public sealed record HostRun(int ExitCode, string Output, string Errors)
{
    private const string WarningPrefix = "WARNING: ";

    /// <summary>The lines of the output that hold something and are no warnings.</summary>
    public IReadOnlyList<string> Lines => [.. FilledLines.Where(line => !IsWarning(line))];

    /// <summary>The warnings, which PowerShell writes to the output.</summary>
    public IReadOnlyList<string> Warnings => [.. FilledLines.Where(IsWarning)];

    private string[] FilledLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsWarning(string line) => line.StartsWith(WarningPrefix, StringComparison.Ordinal);
}
