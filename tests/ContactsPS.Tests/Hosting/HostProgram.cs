using System.Diagnostics;

namespace ContactsPS.Tests.Hosting;

/// <summary>Runs the host program in a process of its own, as a scheduler does.</summary>
public static class HostProgram
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    public static async Task<HostRun> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Repository.HostProgram, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using Process process = Process.Start(start)!;
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
    /// <summary>The lines of the output that hold something.</summary>
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
