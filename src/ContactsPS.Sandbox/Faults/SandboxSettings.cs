using System.Collections.Frozen;

namespace ContactsPS.Sandbox.Faults;

/// <summary>The current settings of the sandbox: its failures, and the limits of the account. GET and PUT /sandbox/settings.</summary>
internal sealed record SandboxSettings
{
    /// <summary>The longest latency, in milliseconds: ten minutes.</summary>
    public const int LongestLatency = 600_000;

    /// <summary>The delay before each service call is processed, in milliseconds. Default: 0.</summary>
    public int LatencyMilliseconds { get; init; }

    /// <summary>The share of service calls that fail, from 0 to 1. Default: 0.</summary>
    public decimal FailureRate { get; init; }

    /// <summary>The kind of the failures. Default: mixed.</summary>
    public FailureKind FailureKind { get; init; }

    /// <summary>The Retry-After of a simulated 429, in seconds. Default: 1.</summary>
    public int RetryAfterSeconds { get; init; } = 1;

    /// <summary>
    /// The logins that get 403 although the key is right. Upper and lower case are equal. Default: none.
    /// </summary>
    public IReadOnlyList<string> BlockedLogins { get; init; } = [];

    /// <summary>The most contacts in a request to contact/create. A larger request is refused. Default: null, no limit.</summary>
    public int? MaximumContacts { get; init; }

    /// <summary>
    /// The most contacts on a list. A request to contact/create that adds more to a list is refused. Default: null, no
    /// limit.
    /// </summary>
    public int? ListCapacity { get; init; }

    /// <summary>
    /// The lists that are full: contact/create with one of them is refused, with any contacts. Default: none.
    /// </summary>
    public FrozenSet<string> FullLists { get; init; } = [];

    /// <summary>The standing of the account. Default: good.</summary>
    public AccountStanding AccountStanding { get; init; }

    /// <summary>Whether an answer 201 has a JSON body. Default: false.</summary>
    public bool SuccessBody { get; init; }
}
