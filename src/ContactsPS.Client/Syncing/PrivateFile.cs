namespace ContactsPS.Client;

/// <summary>Files with personal data: on Unix, only their owner can read them.</summary>
internal static class PrivateFile
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Opens or creates a file, to read and to write it.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="mode">How to open it.</param>
    /// <param name="share">What other processes may do with it.</param>
    public static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = share,
            BufferSize = BufferSize,
        };
        if (mode != FileMode.Open && !OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, options);
    }
}
