namespace ContactsPS.Client;

/// <summary>What an answer means for what is to be done next.</summary>
public enum AnswerKind
{
    /// <summary>The request was carried out.</summary>
    Succeeded,

    /// <summary>The content of the request was refused (400, 409, 413, 422): another content may be accepted.</summary>
    Refused,

    /// <summary>401: the login or the key is wrong.</summary>
    Unauthenticated,

    /// <summary>403: the login may not do this.</summary>
    Forbidden,

    /// <summary>No answer of the service as it is known: a redirect, a page, a call it doesn't have.</summary>
    Unexpected,

    /// <summary>No answer, 408, 429 or 5xx: the same request may succeed later.</summary>
    Transient,
}
