namespace ContactsPS.Sandboxes;

/// <summary>A request that a sandbox received.</summary>
public sealed class SandboxRequest
{
    /// <summary>The number of the request, from 1.</summary>
    public long Id { get; init; }

    /// <summary>The time when it arrived.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The HTTP method.</summary>
    public string? Method { get; init; }

    /// <summary>The path.</summary>
    public string? Path { get; init; }

    /// <summary>The HTTP status of the answer. Null when there was no answer, which the sandbox writes as 0.</summary>
    public int? Status
    {
        get;
        init => field = value == 0 ? null : value;
    }

    /// <summary>The number of contacts in its body.</summary>
    public long? Contacts { get; init; }

    /// <summary>The length of its body, in bytes.</summary>
    public long? Bytes { get; init; }

    /// <summary>The time that the sandbox took, in milliseconds.</summary>
    public double Milliseconds { get; init; }

    /// <summary>The simulated failure. Null when there was none.</summary>
    public string? Failure { get; init; }

    /// <summary>
    /// What the sandbox cast, formatted, ignored or dropped in the request, at most 50 notes of each kind. The service does
    /// it silently.
    /// </summary>
    public SandboxNote[] Notes { get; init; } = [];

    /// <summary>The number of notes that the sandbox did not keep.</summary>
    public int NotesOmitted { get; init; }

    /// <summary>The body of the answer. Null when it had none.</summary>
    public string? Answer { get; init; }

    /// <summary>
    /// The body. Null when the request has none, and when it is no longer kept: the sandbox keeps the last 1,000 bodies, at
    /// most 64 MiB.
    /// </summary>
    public string? Body { get; init; }
}
