namespace ContactsPS.Sandboxes;

/// <summary>Finds the dotnet command, which runs the sandbox on every platform alike.</summary>
internal static class DotNetHost
{
    /// <summary>
    /// The command this process runs by, where it is dotnet; else that of DOTNET_ROOT; else whichever the PATH has.
    /// </summary>
    public static string Find()
    {
        string name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        if (Path.GetFileName(Environment.ProcessPath) == name)
        {
            return Environment.ProcessPath!;
        }

        string? root = Environment.GetEnvironmentVariable("DOTNET_ROOT");
        return !string.IsNullOrEmpty(root) && File.Exists(Path.Combine(root, name)) ? Path.Combine(root, name) : name;
    }
}
