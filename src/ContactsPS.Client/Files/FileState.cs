using Microsoft.Win32.SafeHandles;

namespace ContactsPS.Client;

/// <summary>What changes when a file is changed or replaced.</summary>
/// <param name="Length">The length, in bytes.</param>
/// <param name="Written">The time of the last change, in UTC.</param>
/// <param name="Created">The time of creation, in UTC. It identifies a file, together with the others.</param>
internal readonly record struct FileState(long Length, DateTime Written, DateTime Created)
{
    /// <summary>Reads the state of an open file.</summary>
    public static FileState Of(SafeFileHandle file) =>
        new(RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file), File.GetCreationTimeUtc(file));

    /// <summary>Reads the state of the file that a path leads to now. Null when there is none.</summary>
    public static FileState? Of(string path)
    {
        var file = new FileInfo(FileIdentity.Resolve(path));
        return file.Exists ? new FileState(file.Length, file.LastWriteTimeUtc, file.CreationTimeUtc) : null;
    }
}
