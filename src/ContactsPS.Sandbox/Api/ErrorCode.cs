namespace ContactsPS.Sandbox.Api;

/// <summary>
/// The numbers in error bodies. The service documents that there is one, not which; so these are the sandbox's own.
/// </summary>
internal static class ErrorCode
{
    /// <summary>The body can't be parsed, or something required is missing.</summary>
    public const int InvalidRequest = 100;

    /// <summary>The login or the key is missing or wrong.</summary>
    public const int Unauthorized = 101;

    /// <summary>The login may not do this.</summary>
    public const int Forbidden = 103;

    /// <summary>There is no such call.</summary>
    public const int UnknownRoute = 104;

    /// <summary>The body is larger than <see cref="RequestBody.Largest"/>.</summary>
    public const int TooLarge = 113;

    /// <summary>Injected: too many requests.</summary>
    public const int TooManyRequests = 129;

    /// <summary>Injected, or a fault of the sandbox.</summary>
    public const int ServerError = 150;

    /// <summary>The request holds a contact that is refused (/sandbox/refusals).</summary>
    public const int ContactRefused = 210;

    /// <summary>The request names a list that is refused (the setting refused_lists).</summary>
    public const int ListRefused = 211;
}
