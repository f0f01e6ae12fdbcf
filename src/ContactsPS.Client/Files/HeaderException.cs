namespace ContactsPS.Client;

/// <summary>The first row was taken for the header, and a row below it looks like the header.</summary>
/// <param name="errorId">The condition.</param>
/// <param name="message">What is wrong with the first row.</param>
/// <param name="line">The line that looks like the header.</param>
/// <param name="innerException">The problem that the first row made. Default: null.</param>
public sealed class HeaderException(string errorId, string message, long line, Exception? innerException = null)
    : ContactsException(errorId, message, innerException)
{
    /// <summary>The line that looks like the header. The first line of the file is 1.</summary>
    public long Line => line;

    /// <summary>The delimiter of that line. Null in a workbook.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The code page that other programs must use to read the file. Null for UTF-8, and in a workbook.</summary>
    public int? CodePage { get; init; }
}
