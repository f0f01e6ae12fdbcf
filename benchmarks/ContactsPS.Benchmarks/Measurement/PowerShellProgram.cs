namespace ContactsPS.Benchmarks;

/// <summary>The PowerShell on the path.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Version">What it says of itself.</param>
internal sealed record PowerShellProgram(string Path, string Version)
{
    /// <summary>Null where there is none.</summary>
    public static async Task<PowerShellProgram?> FindAsync(CancellationToken cancellationToken)
    {
        string name = OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh";
        string? path = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(directory => System.IO.Path.Combine(directory, name))
            .FirstOrDefault(File.Exists);
        return path is null
            ? null
            : new PowerShellProgram(path, await ChildProcess.RunAsync(ChildProcess.Program(path, "--version"), cancellationToken));
    }
}
