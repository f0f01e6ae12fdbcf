namespace ContactsPS.Client;

/// <summary>The kind of an answer, which decides what happens next.</summary>
public enum AnswerKind
{
    /// <summary>The service processed the request.</summary>
    Succeeded,

    /// <summary>
    /// The service refused the content of the request (400, 409, 413, 422). <see cref="ServiceAnswer.Subject"/> says
    /// whether other content may be accepted.
    /// </summary>
    Refused,

    /// <summary>401: the login or the key is wrong.</summary>
    Unauthenticated,

    /// <summary>403: the login has no access to this call.</summary>
    Forbidden,

    /// <summary>
    /// The answer is not one of the documented answers: a redirect, an unknown call, or a page or a text that a proxy or a
    /// login page sends instead of the service.
    /// </summary>
    Unexpected,

    /// <summary>
    /// There was no answer, or 408, 425, 429 or 5xx, or a refusal with <see cref="ServiceCode.TooManyAttempts"/>. The same
    /// request may succeed later.
    /// </summary>
    Transient,
}
