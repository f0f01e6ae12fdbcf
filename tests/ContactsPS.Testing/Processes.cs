using System.Diagnostics;

namespace ContactsPS.Testing;

/// <summary>Looks at the processes of this machine.</summary>
public static class Processes
{
    /// <summary>Whether a process with this id is running.</summary>
    public static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Whether the command line of a running process contains this text. Linux only.</summary>
    public static bool HasCommandLine(string part) => Has("cmdline", part);

    /// <summary>Whether the environment of a running process contains this text. Linux only.</summary>
    public static bool HasEnvironment(string part) => Has("environ", part);

    private static bool Has(string what, string part) =>
        Directory.EnumerateDirectories("/proc").Where(folder => Path.GetFileName(folder).All(char.IsAsciiDigit)).Any(folder =>
        {
            try
            {
                return File.ReadAllText(Path.Combine(folder, what)).Contains(part, StringComparison.Ordinal);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // The process ended meanwhile, or belongs to another user.
                return false;
            }
        });
}
