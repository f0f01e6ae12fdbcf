namespace ContactsPS.Sandboxes;

/// <summary>A request that a sandbox got.</summary>
public sealed class SandboxRequest
{
    /// <summary>Its number, from 1.</summary>
    public long Id { get; init; }

    /// <summary>When it came.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The HTTP method.</summary>
    public string? Method { get; init; }

    /// <summary>The path.</summary>
    public string? Path { get; init; }

    /// <summary>The HTTP status it was answered with; null where it got no answer, which the sandbox writes as 0.</summary>
    public int? Status
    {
        get;
        init => field = value == 0 ? null : value;
    }

    /// <summary>How many contacts its body held.</summary>
    public long? Contacts { get; init; }

    /// <summary>The length of its body.</summary>
    public long? Bytes { get; init; }

    /// <summary>How long the sandbox took.</summary>
    public double Milliseconds { get; init; }

    /// <summary>The failure that was made on purpose; null where there was none.</summary>
    public string? Failure { get; init; }

    /// <summary>The body as it came; null for requests before the last 100.</summary>
    public string? Body { get; init; }
}
