using System.Diagnostics;

namespace ContactsPS.Testing;

/// <summary>Runs the shell of the repository in a process of its own, as a scheduler does.</summary>
public static class HostProgram
{
    private static readonly TimeSpan s_usualLimit = TimeSpan.FromMinutes(1);

    /// <summary>The start of a shell without the user's profile and without colours, with all three standard streams redirected.</summary>
    /// <param name="arguments">The arguments of pwsh.</param>
    public static ProcessStartInfo Prepare(params IEnumerable<string> arguments) => new(Repository.HostProgram, ["-NoProfile", .. arguments])
    {
        Environment = { ["NO_COLOR"] = "1", ["CONTACTSPS_MODULE_PATH"] = Repository.PackagePath ?? string.Empty },
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    };

    /// <summary>Runs a shell without input, and waits for its end. After a minute it is killed and the test fails.</summary>
    /// <param name="arguments">The arguments of pwsh.</param>
    public static Task<HostRun> RunAsync(params IEnumerable<string> arguments) => RunAsync(s_usualLimit, arguments);

    /// <summary>Runs a shell without input, and waits for its end. After the limit it is killed and the test fails.</summary>
    /// <param name="limit">The longest time it may take.</param>
    /// <param name="arguments">The arguments of pwsh.</param>
    public static async Task<HostRun> RunAsync(TimeSpan limit, params IEnumerable<string> arguments)
    {
        ProgramRun run = await ProgramRun.WaitAsync(Prepare(arguments), limit);
        return new HostRun(run.ExitCode, run.Output, run.Errors);
    }
}

/// <summary>A shell that ran to its end.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">All of its standard output.</param>
/// <param name="Errors">All of its standard error.</param>
public sealed record HostRun(int ExitCode, string Output, string Errors)
{
    private const string WarningPrefix = "WARNING: ";

    /// <summary>The lines of the output that are neither blank nor warnings, without white space around them.</summary>
    public IReadOnlyList<string> Lines => [.. FilledLines.Where(line => !IsWarning(line))];

    /// <summary>The warnings. PowerShell writes them to the standard output.</summary>
    public IReadOnlyList<string> Warnings => [.. FilledLines.Where(IsWarning)];

    private string[] FilledLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsWarning(string line) => line.StartsWith(WarningPrefix, StringComparison.Ordinal);
}
