using System.Reflection;

namespace ContactsPS.Testing;

/// <summary>The paths of the sources, of what was built from them, and of the samples.</summary>
public static class Repository
{
    /// <summary>The root folder of the repository.</summary>
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>The manifest of the module that is tested: of CONTACTSPS_TEST_MANIFEST, else of the built one.</summary>
    public static string Manifest { get; } = Environment.GetEnvironmentVariable("CONTACTSPS_TEST_MANIFEST") is { Length: > 0 } manifest
        ? manifest : Path.Combine(Root, "ContactsPS.psd1");

    /// <summary>
    /// The folder on PSModulePath of an unpacked package that is tested. The package is in a folder of its name there, or in
    /// one of its version below that. Null for the built module, which the shell has on its path.
    /// </summary>
    public static string? PackagePath { get; } = FindPackagePath();

    /// <summary>The folder of the binaries of that module.</summary>
    public static string ModuleBin { get; } = Path.Combine(Path.GetDirectoryName(Manifest)!, "bin");

    /// <summary>The folder of the samples.</summary>
    public static string Samples { get; } = Path.Combine(Root, "samples");

    /// <summary>The shell, as it is published, in the same configuration as the tests.</summary>
    public static string HostProgram { get; } = Path.Combine(
        Root, "src", "ContactsPS.Host", "bin", Configuration, "publish", OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh");

    /// <summary>The assembly of the sandbox program: of the package that is tested, else the built one.</summary>
    public static string SandboxProgram { get; } = PackagePath is null
        ? GetProgram("ContactsPS.Sandbox") : Path.Combine(ModuleBin, "sandbox", "ContactsPS.Sandbox.dll");

    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string? FindPackagePath()
    {
        if (Path.GetDirectoryName(Manifest) == Root.TrimEnd('/', '\\'))
        {
            return null;
        }

        var folder = new DirectoryInfo(Path.GetDirectoryName(Manifest)!);
        return (folder.Name == "ContactsPS" ? folder : folder.Parent!).Parent!.FullName;
    }

    /// <summary>The assembly of a program in src, built in the same configuration as the tests.</summary>
    private static string GetProgram(string project) => Path.Combine(
        Root, "src", project, "bin", Configuration, "net10.0", $"{project}.dll");
}
