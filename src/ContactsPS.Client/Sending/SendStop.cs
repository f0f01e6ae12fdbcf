namespace ContactsPS.Client;

/// <summary>Why a run sends nothing more.</summary>
/// <param name="ErrorId">AuthenticationFailed, AccessDenied, RequestRejected or ServiceUnavailable.</param>
/// <param name="Answer">The answer that ended it.</param>
public sealed record SendStop(string ErrorId, ServiceAnswer Answer)
{
    /// <summary>
    /// Whether the run ends without reading on, because all that follows would fail alike. When the service is
    /// unavailable the run reads on: each contact that could not be sent is still to be named.
    /// </summary>
    public bool IsFinal => ErrorId != ErrorIds.ServiceUnavailable;

    /// <summary>Why an answer ends a run; null for a success, and for a refusal that a contact may explain.</summary>
    public static SendStop? For(ServiceAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        string? errorId = answer.Kind switch
        {
            AnswerKind.Unauthenticated => ErrorIds.AuthenticationFailed,
            AnswerKind.Forbidden => ErrorIds.AccessDenied,
            AnswerKind.Unexpected => ErrorIds.RequestRejected,
            AnswerKind.Transient => ErrorIds.ServiceUnavailable,
            _ => null,
        };
        return errorId is null ? null : new SendStop(errorId, answer);
    }
}
