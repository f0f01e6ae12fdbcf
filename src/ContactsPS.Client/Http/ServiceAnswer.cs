namespace ContactsPS.Client;

/// <summary>What came of one request: the service's answer, or why there is none.</summary>
public sealed class ServiceAnswer
{
    /// <summary>What it means for what is to be done next.</summary>
    public required AnswerKind Kind { get; init; }

    /// <summary>The HTTP status; null where no answer came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The service's own number for an error (web-service.md, Every request: <c>code</c>); null where it gave none.</summary>
    public long? Code { get; init; }

    /// <summary>A sentence: the service's (<c>message</c>), or what went wrong on the way. Empty for a success.</summary>
    public string Message { get; init; } = string.Empty;

    /// <summary>How long the service asks to wait before the next request; null where it doesn't.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The body of a success: UTF-8, at most 64 KiB.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The time from the start of the request to the end of the answer.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>The status, the code and the message, as a sentence is made of them.</summary>
    public override string ToString() => (StatusCode, Code) switch
    {
        (null, _) => Message,
        (_, null) => $"HTTP {StatusCode}: {Message}",
        _ => $"HTTP {StatusCode}, code {Code}: {Message}",
    };
}
