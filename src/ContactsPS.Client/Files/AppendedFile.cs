using System.Text;

namespace ContactsPS.Client;

/// <summary>Files that one process at a time appends to, a text after the other: journals and rejects files.</summary>
internal static class AppendedFile
{
    /// <summary>Opens a file, or makes one. Nobody else may open it meanwhile; what is in it is left as it is.</summary>
    /// <exception cref="IOException">It can't be opened, or another holds it: <see cref="IsHeld"/>.</exception>
    public static FileStream OpenAlone(string path) =>
        new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);

    /// <summary>
    /// Whether a file couldn't be opened because another holds it: ERROR_SHARING_VIOLATION of Windows, EWOULDBLOCK of Linux
    /// and of macOS.
    /// </summary>
    public static bool IsHeld(Exception error) => error is IOException && error.HResult is unchecked((int)0x80070020) or 11 or 35;

    /// <summary>Appends a text as a whole: where the disk is full halfway, nothing of it stays.</summary>
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
            // The first error says what is wrong with the disk.
        }
    }
}
