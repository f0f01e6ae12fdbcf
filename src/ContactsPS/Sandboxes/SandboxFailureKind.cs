namespace ContactsPS.Sandboxes;

/// <summary>The kind of the failures that a sandbox simulates.</summary>
public enum SandboxFailureKind
{
    /// <summary>All kinds follow each other.</summary>
    Mixed,

    /// <summary>Status 429 with Retry-After.</summary>
    TooManyRequests,

    /// <summary>Status 500.</summary>
    ServerError,

    /// <summary>A dropped connection, in turn before and after the request is processed.</summary>
    Dropped,
}
