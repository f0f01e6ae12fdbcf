using System.Reflection;
using System.Text.Json;

namespace ContactsPS.Pester.Tests;

/// <summary>The suite in tests/Pester, in a shell of its own.</summary>
internal static class PesterSuite
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(30);

    private static readonly string s_pester = typeof(PesterSuite).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "PesterManifest").Value!;

    /// <summary>Runs all files of the suite.</summary>
    /// <exception cref="InvalidOperationException">It wrote no results.</exception>
    public static async Task<IReadOnlyList<PesterResult>> RunAsync()
    {
        using var folder = new TemporaryFolder();
        string results = folder.Find("results.json");
        HostRun run = await HostProgram.RunAsync(
            s_limit, Path.Combine(Repository.Root, "tests", "Pester", "run.ps1"), "-Pester", s_pester, "-ResultPath", results);
        return File.Exists(results)
            ? JsonSerializer.Deserialize<PesterResult[]>(await File.ReadAllTextAsync(results), JsonSerializerOptions.Web)!
            : throw new InvalidOperationException($"Pester ended with code {run.ExitCode}: {run.Output}{run.Errors}");
    }
}
