namespace ContactsPS.Sandbox.Api;

/// <summary>
/// The numbers in error bodies, from the vendor's table (web-service.md, Error codes). An error for which the table has
/// no number has no <c>code</c>.
/// </summary>
internal static class ErrorCode
{
    /// <summary>No data was posted, or it can't be read.</summary>
    public const int Unreadable = 100;

    /// <summary>The login or the key is wrong.</summary>
    public const int WrongCredentials = 101;

    /// <summary>The request has no contacts.</summary>
    public const int NoRecipients = 103;

    /// <summary>The account is out of credit.</summary>
    public const int OutOfCredit = 104;

    /// <summary>The login is missing.</summary>
    public const int LoginMissing = 108;

    /// <summary>The key is missing.</summary>
    public const int KeyMissing = 109;

    /// <summary>The account is not validated.</summary>
    public const int NotValidated = 113;

    /// <summary>Unknown error: a simulated failure, or an error of the sandbox.</summary>
    public const int Unknown = 125;

    /// <summary>Too many attempts: a simulated failure.</summary>
    public const int TooManyAttempts = 128;

    /// <summary>
    /// No country found for the prefix of a number. The sandbox sends it for the refused numbers (/sandbox/refusals),
    /// because the table has no other number for one contact among others.
    /// </summary>
    public const int NoCountry = 150;

    /// <summary>The account has no access to this call.</summary>
    public const int NoAccess = 207;

    /// <summary>The list already exists.</summary>
    public const int ListExists = 302;

    /// <summary>The list doesn't exist.</summary>
    public const int ListMissing = 303;

    /// <summary>The list is full.</summary>
    public const int ListFull = 304;

    /// <summary>The request has too many contacts.</summary>
    public const int TooManyContacts = 305;

    /// <summary>There is no such call.</summary>
    public const int UnknownAction = 306;
}
