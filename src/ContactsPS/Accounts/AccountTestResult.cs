using ContactsPS.Client;

namespace ContactsPS.Accounts;

/// <summary>The result of Test-ContactsAccount.</summary>
public sealed class AccountTestResult
{
    /// <summary>The address of the service.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>The login.</summary>
    public required string ApiLogin { get; init; }

    /// <summary>Whether the endpoint answered.</summary>
    public required bool Reachable { get; init; }

    /// <summary>Whether the login and the key were accepted.</summary>
    public required bool Authenticated { get; init; }

    /// <summary>The time from the start of the request to the end of the answer.</summary>
    public required TimeSpan Latency { get; init; }

    /// <summary>The balance of the account. Null when it is not known.</summary>
    public WalletBalance? Balance { get; init; }

    /// <summary>The message of the service or of the network when the test failed. Empty when it succeeded.</summary>
    public required string Message { get; init; }
}
