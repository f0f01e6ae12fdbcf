namespace ContactsPS.Sandboxes;

/// <summary>Finds the dotnet command, which runs the sandbox on every platform.</summary>
internal static class DotNetHost
{
    /// <summary>
    /// Finds the command in this order: the program of this process, if it is dotnet; the folder in DOTNET_ROOT; the
    /// PATH.
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
