namespace ContactsPS.Client;

/// <summary>
/// Opens files with personal data. On Unix, only their owner can read them. On Windows, the folder decides this.
/// </summary>
internal static class PrivateFile
{
    /// <summary>The size of a buffer for many small writes.</summary>
    public const int LargeBuffer = 64 * 1024;

    /// <summary>Opens or creates a file, to read and to write it. The permissions of a file that exists are not changed.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="mode">How to open it.</param>
    /// <param name="share">What other processes may do with it. Default: nothing.</param>
    /// <param name="bufferSize">The size of the buffer. Default: none, a write is passed to the operating system at once.</param>
    /// <exception cref="IOException">
    /// The file can't be opened, or another process has it open: see <see cref="IsHeld"/>.
    /// </exception>
    public static FileStream Open(string path, FileMode mode, FileShare share = FileShare.None, int bufferSize = 0)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share, BufferSize = bufferSize };
        if (mode != FileMode.Open && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }

    /// <summary>
    /// Whether a file couldn't be opened because another process has it open: ERROR_SHARING_VIOLATION on Windows,
    /// EWOULDBLOCK on Linux and on macOS.
    /// </summary>
    public static bool IsHeld(Exception error) => error is IOException && error.HResult is unchecked((int)0x80070020) or 11 or 35;
}
