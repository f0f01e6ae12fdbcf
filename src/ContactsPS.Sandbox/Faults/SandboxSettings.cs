using System.Collections.Frozen;

namespace ContactsPS.Sandbox.Faults;

/// <summary>How the sandbox misbehaves at the moment; GET and PUT /sandbox/settings.</summary>
internal sealed record SandboxSettings
{
    /// <summary>How long each service call waits before it is carried out, in milliseconds.</summary>
    public int LatencyMilliseconds { get; init; }

    /// <summary>The part of the service calls that fails, 0 to 1.</summary>
    public decimal FailureRate { get; init; }

    /// <summary>What an injected 429 says in Retry-After, in seconds.</summary>
    public int RetryAfterSeconds { get; init; } = 1;

    /// <summary>Logins that are answered with 403 although the key is right; compared without case.</summary>
    public IReadOnlyList<string> BlockedLogins { get; init; } = [];

    /// <summary>Lists for which contact/create is refused whatever the contacts.</summary>
    public FrozenSet<string> RefusedLists { get; init; } = [];
}
