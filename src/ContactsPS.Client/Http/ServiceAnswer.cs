using System.Net;

namespace ContactsPS.Client;

/// <summary>The result of one request: the answer of the service, or the reason why there is none.</summary>
public sealed class ServiceAnswer
{
    /// <summary>The kind of the answer, which decides what happens next.</summary>
    public required AnswerKind Kind { get; init; }

    /// <summary>The HTTP status. Null when there was no answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The error code of the service (web-service.md, Error codes). Null when it gave none.</summary>
    public long? Code { get; init; }

    /// <summary>What the service refused. Unknown when the answer doesn't say, and for any answer that is not a refusal.</summary>
    public RefusalSubject Subject => Kind != AnswerKind.Refused ? RefusalSubject.Unknown
        : StatusCode == (int)HttpStatusCode.RequestEntityTooLarge ? RefusalSubject.RequestSize
        : ServiceCode.Find(Code)?.Subject ?? RefusalSubject.Unknown;

    /// <summary>The message of the service, or the network error. Empty after a success.</summary>
    public string Message { get; init; } = string.Empty;

    /// <summary>
    /// The wait that the service requests before the next request (Retry-After). Null when it requests none.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The body of a success: UTF-8, at most 64 KiB. Empty after a failure.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Makes a text of the body safe to show. Default: there is no key to mask.</summary>
    internal Func<string, string> Clean { get; init; } = OutsideText.WithoutKey.Clean;

    /// <summary>The time from the start of the request to the end of the answer.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The status, the code and the message, as one sentence.</summary>
    public override string ToString() => (StatusCode, Code) switch
    {
        (null, _) => Message,
        (_, null) => $"HTTP {StatusCode}: {Message}",
        _ => $"HTTP {StatusCode}, code {Code}: {Message}",
    };
}
