namespace ContactsPS.Client;

/// <summary>Tells whether two paths lead to one file.</summary>
public static class FileIdentity
{
    /// <summary>
    /// Whether two paths lead to one file, links in any part of them followed. Their case doesn't count, because on many
    /// disks it doesn't.
    /// </summary>
    public static bool AreSame(string path, string other) =>
        string.Equals(Resolve(path), Resolve(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>What a path leads to, links in any part of it followed.</summary>
    internal static string Resolve(string path)
    {
        string full = Path.GetFullPath(path);
        if (Path.GetDirectoryName(full) is not { } folder)
        {
            return full;
        }

        string here = Path.Combine(Resolve(folder), Path.GetFileName(full));
        FileSystemInfo? target = Directory.Exists(here) ? Directory.ResolveLinkTarget(here, returnFinalTarget: true)
            : File.Exists(here) ? File.ResolveLinkTarget(here, returnFinalTarget: true)
            : null;
        return target is null ? here : Resolve(target.FullName);
    }
}
