namespace ContactsPS.Client;

/// <summary>The address of an account, and how to connect to it.</summary>
public sealed class AccountSettings
{
    /// <summary>The name of the account. Default: null, which means the login.</summary>
    public string? Name { get; init; }

    /// <summary>
    /// The base address of the calls: https, or http to loopback. Default: <see cref="ServiceEndpoint.Default"/>.
    /// </summary>
    public Uri Endpoint { get; init; } = ServiceEndpoint.Default;

    /// <summary>The longest time for one request and its answer. Default: 100 seconds.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The address of the proxy. Default: null, which means the proxy of the system.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>
    /// Allow the key to be sent over http to another machine. Others on the network can read it. Default: false.
    /// </summary>
    public bool AllowUnencryptedAuthentication { get; init; }
}
