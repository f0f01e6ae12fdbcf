using System.Collections.Frozen;

namespace ContactsPS.Client;

/// <summary>An error code of the service (web-service.md, Error codes).</summary>
/// <param name="Number">The number.</param>
/// <param name="Subject">What the code is about.</param>
/// <param name="Meaning">What it means, as a sentence without a capital letter and a period.</param>
public sealed record ServiceCode(long Number, RefusalSubject Subject, string Meaning)
{
    /// <summary>There were too many attempts. The same request may succeed later.</summary>
    public const long TooManyAttempts = 128;

    /// <summary>The list already exists.</summary>
    public const long ListExists = 302;

    /// <summary>The list doesn't exist.</summary>
    public const long ListMissing = 303;

    /// <summary>There are too many contacts in one request.</summary>
    public const long TooManyContacts = 305;

    private static readonly FrozenDictionary<long, ServiceCode> s_codes = new ServiceCode[]
    {
        new(100, RefusalSubject.Request, "no data was posted, or it can't be read"),
        new(101, RefusalSubject.Account, "the login or the key is wrong"),
        new(103, RefusalSubject.Contacts, "there are no recipients"),
        new(104, RefusalSubject.Account, "the account is out of credit"),
        new(108, RefusalSubject.Account, "the login is missing"),
        new(109, RefusalSubject.Account, "the key is missing"),
        new(113, RefusalSubject.Account, "the account is not validated"),
        new(114, RefusalSubject.Account, "the account is under investigation"),
        new(117, RefusalSubject.Contacts, "none of the numbers is correct"),
        new(121, RefusalSubject.Unknown, "a required mention is missing"),
        new(125, RefusalSubject.Unknown, "unknown error"),
        new(TooManyAttempts, RefusalSubject.Account, "there were too many attempts"),
        new(150, RefusalSubject.Contacts, "no country was found for the prefix of a number"),
        new(207, RefusalSubject.Account, "the account has no access to this feature"),
        new(210, RefusalSubject.Account, "the e-mail address is not one of the sub-accounts"),
        new(300, RefusalSubject.Account, "the account may not manage lists with the API"),
        new(301, RefusalSubject.List, "the maximum number of lists is reached"),
        new(ListExists, RefusalSubject.List, "the list already exists"),
        new(ListMissing, RefusalSubject.List, "the list doesn't exist"),
        new(304, RefusalSubject.List, "the list is full"),
        new(TooManyContacts, RefusalSubject.RequestSize, "there are too many contacts in one request"),
        new(306, RefusalSubject.Request, "the action is unknown"),
        new(308, RefusalSubject.Request, "there is an error in a file"),
    }.ToFrozenDictionary(code => code.Number);

    /// <summary>Finds a code. Null for a code that is not in the table, and when there is none.</summary>
    /// <param name="number">The number. Null when the service gave none.</param>
    public static ServiceCode? Find(long? number) => number is { } known ? s_codes.GetValueOrDefault(known) : null;
}
