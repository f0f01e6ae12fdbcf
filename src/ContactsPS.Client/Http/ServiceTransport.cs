using System.Net;

namespace ContactsPS.Client;

/// <summary>Makes the connections of an account.</summary>
internal static class ServiceTransport
{
    /// <summary>An answer is read up to this length, in bytes: it holds a number and a sentence.</summary>
    public const int MaximumAnswerLength = 64 * 1024;

    /// <summary>How long it may take to connect.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    /// <param name="endpoint">Where the requests go.</param>
    /// <param name="proxy">What they go through; null: what the system says.</param>
    /// <param name="proxyCredential">Who asks the proxy; null: who runs this process.</param>
    public static HttpMessageInvoker Create(Uri endpoint, Uri? proxy, NetworkCredential? proxyCredential)
    {
        var handler = new SocketsHttpHandler
        {
            // The headers that carry the key would travel along, wherever the redirect leads.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = ConnectTimeout,
            MaxResponseDrainSize = MaximumAnswerLength,

            // What stays on this machine may go unencrypted, and doesn't stay there when it passes a proxy.
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
