namespace ContactsPS.Benchmarks;

/// <summary>A script of <c>Scripts/</c> in a real shell, measured by Measure-Script.ps1 after a warm-up in the same process.</summary>
internal sealed class ScriptWork(PowerShellProgram shell, string label, string script, string path, int rows, string warmUpPath, int delivered)
    : Work(label, rows, delivered)
{
    private static readonly string s_directory = Path.Combine(AppContext.BaseDirectory, "Scripts");

    public override async Task<Measurement> RunAsync(Uri endpoint, CancellationToken cancellationToken) =>
        Measurement.FromJson(await ChildProcess.RunAsync(
            ChildProcess.Program(
                shell.Path,
                "-NoProfile",
                "-NonInteractive",
                "-File", Path.Combine(s_directory, "Measure-Script.ps1"),
                "-Script", Path.Combine(s_directory, script),
                "-Path", path,
                "-WarmUpPath", warmUpPath,
                "-Endpoint", endpoint.AbsoluteUri,
                "-Manifest", HostedEngine.ModulePath),
            cancellationToken));
}
