using System.Collections.Frozen;

namespace ContactsPS.Sandbox.Faults;

/// <summary>The current failure settings of the sandbox: GET and PUT /sandbox/settings.</summary>
internal sealed record SandboxSettings
{
    /// <summary>The delay before each service call is processed, in milliseconds. Default: 0.</summary>
    public int LatencyMilliseconds { get; init; }

    /// <summary>The share of service calls that fail, from 0 to 1. Default: 0.</summary>
    public decimal FailureRate { get; init; }

    /// <summary>The Retry-After of a simulated 429, in seconds. Default: 1.</summary>
    public int RetryAfterSeconds { get; init; } = 1;

    /// <summary>
    /// The logins that get 403 although the key is right. Upper and lower case are equal. Default: none.
    /// </summary>
    public IReadOnlyList<string> BlockedLogins { get; init; } = [];

    /// <summary>The lists that are full: contact/create with one of them is refused. Default: none.</summary>
    public FrozenSet<string> FullLists { get; init; } = [];
}
