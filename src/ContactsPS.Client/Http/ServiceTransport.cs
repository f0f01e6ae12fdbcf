using System.Net;

namespace ContactsPS.Client;

/// <summary>Creates the connections of an account.</summary>
internal static class ServiceTransport
{
    /// <summary>
    /// The maximum number of bytes that are read from an answer. An answer contains only a number and a sentence.
    /// </summary>
    public const int MaximumAnswerLength = 64 * 1024;

    /// <summary>The longest time to connect.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    /// <param name="endpoint">Where the requests go.</param>
    /// <param name="proxy">The address of the proxy. Null for the proxy of the system.</param>
    /// <param name="proxyCredential">The credential for the proxy. Null for the user of this process.</param>
    public static HttpMessageInvoker Create(Uri endpoint, Uri? proxy, NetworkCredential? proxyCredential)
    {
        var handler = new SocketsHttpHandler
        {
            // A redirect would send the headers with the key to another address.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = ConnectTimeout,
            MaxResponseDrainSize = MaximumAnswerLength,

            // Requests to loopback may be unencrypted, so they must not leave this machine through the system's proxy.
            UseProxy = proxy is not null || !endpoint.IsLoopback,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        if (proxy is not null)
        {
            handler.Proxy = proxyCredential is null
                ? new WebProxy(proxy) { UseDefaultCredentials = true } : new WebProxy(proxy) { Credentials = proxyCredential };
        }

        return new HttpMessageInvoker(handler);
    }
}
