using System.Diagnostics;
using System.Globalization;

namespace ContactsPS.Benchmarks;

/// <summary>A script of <c>Scripts/</c> in a shell, measured by Measure-Script.ps1.</summary>
internal sealed class ScriptWork(PowerShellProgram shell, string label, string script, string path, int rows, int delivered)
    : Work(label, rows, delivered)
{
    private static readonly string s_directory = Path.Combine(AppContext.BaseDirectory, "Scripts");

    /// <summary>Whether the script takes the rows of the file, which are read before the clock starts, instead of its path.</summary>
    public bool TakesRows { get; init; }

    /// <summary>
    /// Whether the path is a named pipe. A second process then writes the rows, so that the measured process doesn't make
    /// them.
    /// </summary>
    public bool IsPipe { get; init; }

    /// <summary>The path of a script of <c>Scripts/</c>.</summary>
    public static string PathOf(string script) => Path.Combine(s_directory, script);

    public override async Task<Measurement> RunAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        using Process? generator = IsPipe
            ? Process.Start(ChildProcess.Self("generate", "--output", path, "--rows", Rows.ToString(CultureInfo.InvariantCulture)))
            : null;
        try
        {
            return Measurement.FromJson(await ChildProcess.RunAsync(
                ChildProcess.Program(
                    shell.Path,
                    "-NoProfile",
                    "-NonInteractive",
                    "-File", PathOf("Measure-Script.ps1"),
                    "-Script", PathOf(script),
                    "-Path", path,
                    "-WarmUpCount", WarmUps.ToString(CultureInfo.InvariantCulture),
                    "-Endpoint", endpoint.AbsoluteUri,
                    "-Manifest", PowerShellProgram.Manifest,
                    $"-TakesRows:{TakesRows}"),
                cancellationToken));
        }
        finally
        {
            // Without a reader, the generator would wait for ever.
            generator?.Kill();
        }
    }
}
