namespace ContactsPS.Client;

/// <summary>Where an account is and how to get there.</summary>
public sealed class AccountSettings
{
    /// <summary>What people call the account; the login where null.</summary>
    public string? Name { get; init; }

    /// <summary>The address the calls of the service are relative to. https, or http to loopback.</summary>
    public Uri Endpoint { get; init; } = ServiceEndpoint.Default;

    /// <summary>How long one request may take, the answer included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The proxy to go through; null for the system's.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Let the key travel over http to another machine, where anyone on the way can read it.</summary>
    public bool AllowUnencryptedAuthentication { get; init; }
}
