using System.Globalization;

namespace ContactsPS.Benchmarks;

/// <summary>A script of <c>Scripts/</c> in a real shell, measured by Measure-Script.ps1.</summary>
internal sealed class ScriptWork(PowerShellProgram shell, string label, string script, string path, int rows, int delivered)
    : Work(label, rows, delivered)
{
    private static readonly string s_directory = Path.Combine(AppContext.BaseDirectory, "Scripts");

    /// <summary>Whether the script takes the rows of the file, which are read before the clock starts, and not its path.</summary>
    public bool TakesRows { get; init; }

    public override async Task<Measurement> RunAsync(Uri endpoint, CancellationToken cancellationToken) =>
        Measurement.FromJson(await ChildProcess.RunAsync(
            ChildProcess.Program(
                shell.Path,
                "-NoProfile",
                "-NonInteractive",
                "-File", Path.Combine(s_directory, "Measure-Script.ps1"),
                "-Script", Path.Combine(s_directory, script),
                "-Path", path,
                "-WarmUpCount", WarmUps.ToString(CultureInfo.InvariantCulture),
                "-Endpoint", endpoint.AbsoluteUri,
                "-Manifest", HostedEngine.ModulePath,
                $"-TakesRows:{TakesRows}"),
            cancellationToken));
}
