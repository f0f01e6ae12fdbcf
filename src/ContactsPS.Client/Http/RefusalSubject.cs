namespace ContactsPS.Client;

/// <summary>What the service refuses a request for, as far as its answer says (web-service.md, Error codes).</summary>
public enum RefusalSubject
{
    /// <summary>The answer doesn't say, or it is not a refusal.</summary>
    Unknown,

    /// <summary>The account. All requests are refused in the same way.</summary>
    Account,

    /// <summary>A list. All requests for this list are refused in the same way.</summary>
    List,

    /// <summary>The form of the request. All requests of this form are refused in the same way.</summary>
    Request,

    /// <summary>The size of the request. A smaller one may be accepted.</summary>
    RequestSize,

    /// <summary>Contacts of the request. A request without them may be accepted.</summary>
    Contacts,
}
