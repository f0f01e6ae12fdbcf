namespace ContactsPS.Client;

/// <summary>Compares paths by the file that they lead to.</summary>
public static class FileIdentity
{
    /// <summary>
    /// Whether two paths lead to the same file. Links in any part of the paths are followed. Upper and lower case are
    /// equal, because they are equal on many disks.
    /// </summary>
    public static bool AreSame(string path, string other) =>
        string.Equals(Resolve(path), Resolve(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Gets the full path of the file that a path leads to. Links in any part of the path are followed.
    /// </summary>
    internal static string Resolve(string path)
    {
        string full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } folder)
        {
            return full;
        }

        string here = Path.Combine(Resolve(folder), Path.GetFileName(full));
        return FindTarget(here) is { } target ? Resolve(target.FullName) : here;
    }

    /// <summary>Finds what a path leads to when it is a link. Null when it isn't, or when the links form a loop.</summary>
    private static FileSystemInfo? FindTarget(string path)
    {
        try
        {
            return Directory.Exists(path) ? Directory.ResolveLinkTarget(path, returnFinalTarget: true)
                : File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)
                : null;
        }
        catch (IOException)
        {
            // A loop leads to no file. Whoever opens it gets the error.
            return null;
        }
    }
}
