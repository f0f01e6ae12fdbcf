namespace ContactsPS.Client;

/// <summary>
/// A failure that the caller can do something about. <see cref="ErrorId"/> is the condition in PascalCase
/// (see <see cref="ErrorIds"/>), stable across versions; the message says what was wrong, where, and what to do.
/// </summary>
public class ContactsException : Exception
{
    /// <summary>Makes a failure of the condition <paramref name="errorId"/>.</summary>
    public ContactsException(string errorId, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        ErrorId = errorId;
    }

    /// <summary>The condition, one of <see cref="ErrorIds"/>.</summary>
    public string ErrorId { get; }
}
