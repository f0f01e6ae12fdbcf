namespace ContactsPS.Client;

/// <summary>Why a run sends nothing more.</summary>
/// <param name="ErrorId">AuthenticationFailed, AccessDenied, RequestRejected or ServiceUnavailable.</param>
/// <param name="Answer">The answer that ended it.</param>
public sealed record SendStop(string ErrorId, ServiceAnswer Answer)
{
    /// <summary>
    /// Whether going on reading is of no use: what comes next could only fail likewise. A service that is unavailable is
    /// no such reason, because each contact that could not be sent is still to be named.
    /// </summary>
    public bool IsFinal => ErrorId != ErrorIds.ServiceUnavailable;
}
