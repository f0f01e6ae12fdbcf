using System.Text;

namespace ContactsPS.Client;

/// <summary>Files that only one process at a time appends to: journals and rejects files.</summary>
internal static class AppendedFile
{
    /// <summary>
    /// Opens or creates a file. No other process can open it at the same time. Its contents are not changed.
    /// </summary>
    /// <exception cref="IOException">
    /// The file can't be opened, or another process has it open: see <see cref="PrivateFile.IsHeld"/>.
    /// </exception>
    public static FileStream OpenAlone(string path) => PrivateFile.Open(path, FileMode.OpenOrCreate);

    /// <summary>Creates a file that must not exist. Otherwise it is as <see cref="OpenAlone"/>.</summary>
    /// <exception cref="IOException">The file exists, or can't be created.</exception>
    public static FileStream Create(string path) => PrivateFile.Open(path, FileMode.CreateNew);

    /// <summary>
    /// Appends a whole text. When the disk gets full in the middle, the part that was written is removed.
    /// </summary>
    public static void Append(FileStream file, string text)
    {
        long before = file.Position;
        try
        {
            file.Write(Encoding.UTF8.GetBytes(text));
        }
        catch (IOException)
        {
            TakeBack(file, before);
            throw;
        }
    }

    private static void TakeBack(FileStream file, long length)
    {
        try
        {
            file.SetLength(length);
            file.Position = length;
        }
        catch (IOException)
        {
            // The caller throws the first error, which says what is wrong with the disk.
        }
    }
}
