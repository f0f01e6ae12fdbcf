namespace ContactsPS.Client;

/// <summary>A file was changed, cut or replaced while it was read. What was read from it may not be a whole file.</summary>
public sealed class FileChangedException : IOException
{
    /// <summary>Creates an exception.</summary>
    /// <param name="message">What changed, as a sentence.</param>
    public FileChangedException(string message)
        : base(message)
    {
    }
}
