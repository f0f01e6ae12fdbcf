using System.Reflection;

namespace ContactsPS.Tests.Hosting;

/// <summary>Where the built module, the host program and the samples are.</summary>
public static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string Manifest { get; } = Path.Combine(Root, "ContactsPS.psd1");

    public static string Samples { get; } = Path.Combine(Root, "samples");

    /// <summary>The shell of the configuration that these tests were built in, as it is published.</summary>
    public static string HostProgram { get; } = Path.Combine(
        Root, "src", "ContactsPS.Host", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "publish",
        OperatingSystem.IsWindows() ? "pwsh.exe" : "pwsh");
}
