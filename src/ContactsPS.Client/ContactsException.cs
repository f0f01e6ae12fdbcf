namespace ContactsPS.Client;

/// <summary>
/// A failure that the caller can correct. <see cref="ErrorId"/> is the name of the condition in PascalCase
/// (see <see cref="ErrorIds"/>), which doesn't change between versions. The message says what was wrong and where.
/// </summary>
public class ContactsException : Exception
{
    /// <summary>Creates an exception for the condition <paramref name="errorId"/>.</summary>
    public ContactsException(string errorId, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        ErrorId = errorId;
    }

    /// <summary>The condition, one of <see cref="ErrorIds"/>.</summary>
    public string ErrorId { get; }
}
