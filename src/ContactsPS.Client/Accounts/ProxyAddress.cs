using System.Net;

namespace ContactsPS.Client;

/// <summary>Checks the address of a proxy.</summary>
internal static class ProxyAddress
{
    private static readonly string[] s_schemes = ["http", "https", "socks4", "socks4a", "socks5"];

    /// <summary>Checks an address, and separates the user name and the password, which must not be shown.</summary>
    /// <exception cref="ContactsException">EndpointInvalid.</exception>
    public static (Uri? Address, NetworkCredential? Credential) Split(Uri? proxy)
    {
        if (proxy is null)
        {
            return default;
        }

        if (!proxy.IsAbsoluteUri || !s_schemes.Contains(proxy.Scheme, StringComparer.Ordinal) || proxy.Host.Length == 0)
        {
            throw new ContactsException(
                ErrorIds.EndpointInvalid, "The proxy is not an absolute address. Example: http://proxy.example.com:3128");
        }

        if (proxy.UserInfo.Length == 0)
        {
            return (proxy, null);
        }

        string[] parts = proxy.UserInfo.Split(':', 2);
        var credential = new NetworkCredential(
            Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : string.Empty);
        return (new UriBuilder(proxy) { UserName = string.Empty, Password = string.Empty }.Uri, credential);
    }
}
