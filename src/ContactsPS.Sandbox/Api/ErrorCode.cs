namespace ContactsPS.Sandbox.Api;

/// <summary>
/// The numbers in error bodies. They are the sandbox's own numbers, and some of them differ from the numbers of the
/// vendor (web-service.md, Error codes).
/// </summary>
internal static class ErrorCode
{
    /// <summary>The body can't be parsed, or a required part is missing.</summary>
    public const int InvalidRequest = 100;

    /// <summary>The login or the key is missing or wrong.</summary>
    public const int Unauthorized = 101;

    /// <summary>The login has no access to this call.</summary>
    public const int Forbidden = 103;

    /// <summary>The call doesn't exist.</summary>
    public const int UnknownRoute = 104;

    /// <summary>The body is larger than <see cref="RequestBody.Largest"/>.</summary>
    public const int TooLarge = 113;

    /// <summary>A simulated failure: too many requests.</summary>
    public const int TooManyRequests = 129;

    /// <summary>A simulated failure, or an error of the sandbox.</summary>
    public const int ServerError = 150;

    /// <summary>The request contains a contact that is refused (/sandbox/refusals).</summary>
    public const int ContactRefused = 210;

    /// <summary>The request names a list that is refused (the setting refused_lists).</summary>
    public const int ListRefused = 211;
}
