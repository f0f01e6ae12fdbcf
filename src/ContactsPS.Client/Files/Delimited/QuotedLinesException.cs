namespace ContactsPS.Client;

/// <summary>FileMalformed: each line of the file is one field in quotes, so its fields can't be told apart.</summary>
/// <param name="delimiter">The delimiter in the lines.</param>
/// <param name="innerException">The problem that this made.</param>
public sealed class QuotedLinesException(char delimiter, Exception innerException) : ContactsException(
    ErrorIds.FileMalformed,
    "Each line is in quotes as a whole, so it has only one field. Remove the quotes at the start and at the end of each line.",
    innerException)
{
    /// <summary>The delimiter in the lines.</summary>
    public char Delimiter => delimiter;

    /// <summary>The code page that other programs must use to read the file. Null for UTF-8.</summary>
    public int? CodePage { get; init; }
}
