using ContactsPS.Client;

namespace ContactsPS.Accounts;

/// <summary>What Test-ContactsAccount found.</summary>
public sealed class AccountTestResult
{
    /// <summary>The address of the service.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The login.</summary>
    public required string ApiLogin { get; init; }

    /// <summary>Whether anything answered.</summary>
    public required bool Reachable { get; init; }

    /// <summary>Whether the login and the key were accepted.</summary>
    public required bool Authenticated { get; init; }

    /// <summary>The time from the request to the end of the answer.</summary>
    public required TimeSpan Latency { get; init; }

    /// <summary>What is left to spend; null where it isn't known.</summary>
    public WalletBalance? Balance { get; init; }

    /// <summary>What the service or the network said, where the test failed; else empty.</summary>
    public required string Message { get; init; }
}
