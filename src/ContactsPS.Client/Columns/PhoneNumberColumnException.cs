namespace ContactsPS.Client;

/// <summary>NoPhoneNumberColumn: no column is known to hold the phone number.</summary>
/// <param name="message">What was found.</param>
/// <param name="lacksHeader">Whether one of the names could be a phone number.</param>
public sealed class PhoneNumberColumnException(string message, bool lacksHeader)
    : ContactsException(ErrorIds.NoPhoneNumberColumn, message)
{
    /// <summary>
    /// Whether one of the names could be a phone number: then the file has no header, and its first row was taken for one.
    /// </summary>
    public bool LacksHeader => lacksHeader;

    /// <summary>
    /// The delimiter of the file, if the names of all its columns were read as one name. Null when they were not.
    /// </summary>
    public char? Delimiter { get; init; }
}
