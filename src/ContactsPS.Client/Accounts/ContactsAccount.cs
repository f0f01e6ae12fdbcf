using System.Buffers;
using System.Net;

namespace ContactsPS.Client;

/// <summary>
/// An account of the service: where it is, who asks, and how to get there. The key is not a property, is in no text
/// this class makes, and cannot be read back; it leaves only as a header of a request to <see cref="Endpoint"/>.
/// </summary>
public sealed class ContactsAccount
{
    private static readonly SearchValues<char> s_headerCharacters =
        SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c)]);

    private readonly string _apiKey;
    private readonly Lazy<HttpMessageInvoker> _invoker;

    /// <summary>Makes an account. Nothing is sent.</summary>
    /// <param name="apiLogin">The login, an e-mail address.</param>
    /// <param name="apiKey">The key.</param>
    /// <param name="settings">Where and how; the vendor's address and a timeout of 100 seconds by default.</param>
    /// <exception cref="ContactsException">CredentialInvalid, EndpointInvalid or EndpointNotSecure.</exception>
    public ContactsAccount(string apiLogin, string apiKey, AccountSettings? settings = null)
    {
        settings ??= new AccountSettings();
        ValidateHeader("login", apiLogin);
        ValidateHeader("key", apiKey);
        ApiLogin = apiLogin;
        _apiKey = apiKey;
        Name = string.IsNullOrWhiteSpace(settings.Name) ? apiLogin : settings.Name;
        Endpoint = ServiceEndpoint.Validate(settings.Endpoint, settings.AllowUnencryptedAuthentication);
        Timeout = settings.Timeout;
        (Proxy, NetworkCredential? proxyCredential) = ProxyAddress.Split(settings.Proxy);
        if (Proxy is not null && Endpoint.Scheme == Uri.UriSchemeHttp && !settings.AllowUnencryptedAuthentication)
        {
            throw new ContactsException(
                ErrorIds.EndpointNotSecure,
                "The endpoint is not encrypted, and the key would pass through the proxy for anyone there to read.");
        }

        _invoker = new Lazy<HttpMessageInvoker>(() => ServiceTransport.Create(Endpoint, Proxy, proxyCredential));
    }

    /// <summary>What people call this account; the login unless said otherwise.</summary>
    public string Name { get; }

    /// <summary>The address the calls of the service are relative to; ends in a slash.</summary>
    public Uri Endpoint { get; }

    /// <summary>The login.</summary>
    public string ApiLogin { get; }

    /// <summary>How long one request may take, the answer included.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>The proxy to go through; null for the system's.</summary>
    public Uri? Proxy { get; }

    /// <summary>
    /// The connections of this account. They belong to it and not to its address, so that another account of the same
    /// address never travels on them.
    /// </summary>
    internal HttpMessageInvoker Invoker => _invoker.Value;

    /// <summary>The login and the endpoint.</summary>
    public override string ToString() => $"{ApiLogin} at {Endpoint}";

    /// <summary>Adds the two headers that the service authenticates a request by (web-service.md, Every request).</summary>
    internal void Authenticate(HttpRequestMessage request)
    {
        request.Headers.Add("api-login", ApiLogin);
        request.Headers.Add("api-key", _apiKey);
    }

    /// <summary>Takes the key out of a text that came from outside, in case it was echoed.</summary>
    internal string Redact(string text) => text.Replace(_apiKey, "***", StringComparison.Ordinal);

    private static void ValidateHeader(string what, string value)
    {
        if (string.IsNullOrEmpty(value) || value.AsSpan().ContainsAnyExcept(s_headerCharacters))
        {
            // The value itself stays out of the message: it may be the key.
            throw new ContactsException(
                ErrorIds.CredentialInvalid,
                $"The API {what} is empty or holds a blank, an accent or a control character, so it can't be sent. Copy it again from the account's page.");
        }
    }
}
