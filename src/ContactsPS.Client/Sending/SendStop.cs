namespace ContactsPS.Client;

/// <summary>Why a run sends nothing more.</summary>
/// <param name="ErrorId">
/// AuthenticationFailed, AccessDenied, RequestRejected or ServiceUnavailable, or the id of <paramref name="Failure"/>.
/// </param>
/// <param name="Answer">The answer that ended it. Its message is the one of <paramref name="Failure"/> when there is one.</param>
/// <param name="Failure">What failed on this machine, such as the journal. Default: null, the answer ended the run.</param>
public sealed record SendStop(string ErrorId, ServiceAnswer Answer, ContactsException? Failure = null)
{
    /// <summary>
    /// Whether the run ends without reading more contacts, because all of them would fail in the same way. When the
    /// service is unavailable, the run reads on, because each contact that could not be sent must be reported.
    /// </summary>
    public bool IsFinal => ErrorId != ErrorIds.ServiceUnavailable;

    /// <summary>Makes a reason that lies on this machine, such as a file that can't be written.</summary>
    public static SendStop Because(ContactsException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return new SendStop(failure.ErrorId, new ServiceAnswer { Kind = AnswerKind.Unexpected, Message = failure.Message }, failure);
    }

    /// <summary>
    /// Gets the reason why an answer ends a run. Null for a success, and for a refusal that contacts or the size of the
    /// request may cause.
    /// </summary>
    public static SendStop? For(ServiceAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        string? errorId = answer.Kind switch
        {
            AnswerKind.Unauthenticated => ErrorIds.AuthenticationFailed,
            AnswerKind.Forbidden => ErrorIds.AccessDenied,
            AnswerKind.Unexpected => ErrorIds.RequestRejected,
            AnswerKind.Refused when answer.Subject is RefusalSubject.Account or RefusalSubject.List or RefusalSubject.Request
                => ErrorIds.RequestRejected,
            AnswerKind.Transient => ErrorIds.ServiceUnavailable,
            _ => null,
        };
        return errorId is null ? null : new SendStop(errorId, answer);
    }
}
