using System.Buffers;
using System.Net;

namespace ContactsPS.Client;

/// <summary>
/// An account of the service: its address, its credential, and how to connect to it. The key is not a property, it is
/// not in any text of this class, and it cannot be read back. It is sent only as a header of a request to
/// <see cref="Endpoint"/>.
/// </summary>
public sealed class ContactsAccount
{
    private static readonly SearchValues<char> s_headerCharacters =
        SearchValues.Create([.. Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c)]);

    private readonly string _apiKey;
    private readonly OutsideText _outsideText;
    private readonly Lazy<HttpMessageInvoker> _invoker;

    /// <summary>Creates an account. Sends nothing.</summary>
    /// <param name="apiLogin">The login, an e-mail address.</param>
    /// <param name="apiKey">The key.</param>
    /// <param name="settings">
    /// The address and how to connect. Default: the address of the vendor and a timeout of 100 seconds.
    /// </param>
    /// <exception cref="ContactsException">CredentialInvalid, EndpointInvalid or EndpointNotSecure.</exception>
    public ContactsAccount(string apiLogin, string apiKey, AccountSettings? settings = null)
    {
        settings ??= new AccountSettings();
        ValidateHeader("login", apiLogin);
        ValidateHeader("key", apiKey);
        ApiLogin = apiLogin;
        _apiKey = apiKey;
        _outsideText = new OutsideText(apiKey);
        Name = string.IsNullOrWhiteSpace(settings.Name) ? apiLogin : settings.Name;
        Endpoint = ServiceEndpoint.Validate(settings.Endpoint, settings.AllowUnencryptedAuthentication);
        Timeout = settings.Timeout;
        (Proxy, NetworkCredential? proxyCredential) = ProxyAddress.Split(settings.Proxy);
        if (Proxy is not null && Endpoint.Scheme == Uri.UriSchemeHttp && !settings.AllowUnencryptedAuthentication)
        {
            throw new ContactsException(
                ErrorIds.EndpointNotSecure,
                "The endpoint is not encrypted, so the proxy could read the key.");
        }

        _invoker = new Lazy<HttpMessageInvoker>(() => ServiceTransport.Create(Endpoint, Proxy, proxyCredential));
    }

    /// <summary>The name of the account. Default: the login.</summary>
    public string Name { get; }

    /// <summary>The base address of the calls. It ends with a slash.</summary>
    public Uri Endpoint { get; }

    /// <summary>The login.</summary>
    public string ApiLogin { get; }

    /// <summary>The longest time for one request and its answer.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>The address of the proxy, without its credential. Null for the proxy of the system.</summary>
    public Uri? Proxy { get; }

    /// <summary>
    /// The connections of this account. They belong to the account and not to the address, so that another account with
    /// the same address never uses them.
    /// </summary>
    internal HttpMessageInvoker Invoker => _invoker.Value;

    /// <summary>The login and the endpoint.</summary>
    public override string ToString() => $"{ApiLogin} at {Endpoint}";

    /// <summary>Adds the two headers that authenticate a request (web-service.md, Every request).</summary>
    internal void Authenticate(HttpRequestMessage request)
    {
        request.Headers.Add("api-login", ApiLogin);
        request.Headers.Add("api-key", _apiKey);
    }

    /// <summary>Makes a text that came from outside safe to show. A server may echo the key.</summary>
    internal string Clean(string text) => _outsideText.Clean(text);

    private static void ValidateHeader(string what, string value)
    {
        if (string.IsNullOrEmpty(value) || value.AsSpan().ContainsAnyExcept(s_headerCharacters))
        {
            // The value is not in the message, because it may be the key.
            throw new ContactsException(
                ErrorIds.CredentialInvalid,
                $"The API {what} is empty, or contains a space, an accent or a control character, so it can't be sent. Copy it again from the page of the account.");
        }
    }
}
