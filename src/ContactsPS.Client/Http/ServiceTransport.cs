using System.Net;

namespace ContactsPS.Client;

/// <summary>Makes the connections of an account.</summary>
internal static class ServiceTransport
{
    /// <summary>An answer is read up to this length, in bytes: it holds a number and a sentence.</summary>
    public const int MaximumAnswerLength = 64 * 1024;

    /// <summary>How long it may take to connect.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    public static HttpMessageInvoker Create(Uri? proxy)
    {
        var handler = new SocketsHttpHandler
        {
            // The headers that carry the key would travel along, wherever the redirect leads.
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = ConnectTimeout,
            MaxResponseDrainSize = MaximumAnswerLength,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        if (proxy is not null)
        {
            handler.Proxy = new WebProxy(proxy) { UseDefaultCredentials = true };
            handler.UseProxy = true;
        }

        return new HttpMessageInvoker(handler);
    }
}
