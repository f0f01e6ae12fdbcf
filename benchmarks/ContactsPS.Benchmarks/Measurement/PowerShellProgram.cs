using System.Globalization;
using System.Reflection;
using System.Reflection.PortableExecutable;

namespace ContactsPS.Benchmarks;

/// <summary>The PowerShell that runs the cases: the published shell of the repository.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Description">Its version, and how its engine is compiled.</param>
internal sealed record PowerShellProgram(string Path, string Description)
{
    /// <summary>The manifest of the built module.</summary>
    public static string Manifest { get; } = System.IO.Path.Combine(GetMetadata("RepositoryRoot"), "ContactsPS.psd1");

    /// <summary>Finds the shell that was published with this program.</summary>
    public static async Task<PowerShellProgram> FindAsync(CancellationToken cancellationToken)
    {
        string folder = System.IO.Path.Combine(
            GetMetadata("RepositoryRoot"), "src", "ContactsPS.Host", "bin", GetMetadata("Configuration"), "publish");
        string path = System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh");
        string version = await ChildProcess.RunAsync(ChildProcess.Program(path, "--version"), cancellationToken);
        return new PowerShellProgram(path, $"{version}, {DescribeEngine(System.IO.Path.Combine(folder, "System.Management.Automation.dll"))}");
    }

    private static string DescribeEngine(string path)
    {
        using FileStream file = File.OpenRead(path);
        using var image = new PEReader(file);
        string compilation = image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0 ? "ReadyToRun" : "compiled at run time";
        return string.Create(CultureInfo.InvariantCulture, $"{compilation}, {System.IO.Path.GetFileName(path)} of {file.Length / 1e6:0} MB");
    }

    private static string GetMetadata(string key) => typeof(PowerShellProgram).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
