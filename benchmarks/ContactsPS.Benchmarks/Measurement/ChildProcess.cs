using System.Diagnostics;

namespace ContactsPS.Benchmarks;

/// <summary>Starts the processes that are measured.</summary>
internal static class ChildProcess
{
    private static readonly string[] s_proxyVariables =
        ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];

    /// <summary>This program again, with other arguments.</summary>
    public static ProcessStartInfo Self(params IReadOnlyList<string> arguments)
    {
        string program = Environment.ProcessPath!;
        bool isDotnet = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return Program(program, isDotnet ? [typeof(ChildProcess).Assembly.Location, .. arguments] : arguments);
    }

    /// <summary>A program.</summary>
    public static ProcessStartInfo Program(string program, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false };
        foreach (string variable in s_proxyVariables)
        {
            // A proxy would stand between the two processes of one machine.
            start.Environment.Remove(variable);
        }

        return start;
    }

    /// <summary>Runs a process to its end.</summary>
    /// <returns>What it wrote.</returns>
    /// <exception cref="BenchmarkException">It failed.</exception>
    public static async Task<string> RunAsync(ProcessStartInfo start, CancellationToken cancellationToken)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        using Process process = Process.Start(start)!;
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellationToken);
            string output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0
                ? output.Trim()
                : throw new BenchmarkException($"{Path.GetFileName(start.FileName)} {string.Join(' ', start.ArgumentList)}: {await errors}".Trim());
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
