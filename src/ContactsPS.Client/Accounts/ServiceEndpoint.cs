namespace ContactsPS.Client;

/// <summary>The address of the service, and what an address must be to be used as one.</summary>
public static class ServiceEndpoint
{
    /// <summary>The vendor's (web-service.md, Every request).</summary>
    public static Uri Default { get; } = new("https://api.octopush.com/v1/public/");

    /// <summary>Checks an address and gives it the slash at its end that relative calls need.</summary>
    /// <exception cref="ContactsException">
    /// EndpointInvalid: not an absolute http or https address, or with a user name, a query or a fragment in it.
    /// EndpointNotSecure: http to anything but loopback, unless <paramref name="allowUnencrypted"/>.
    /// </exception>
    public static Uri Validate(Uri endpoint, bool allowUnencrypted)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (!endpoint.IsAbsoluteUri || (endpoint.Scheme != Uri.UriSchemeHttp && endpoint.Scheme != Uri.UriSchemeHttps))
        {
            // Not shown: in an address that isn't one, anything may stand.
            throw new ContactsException(
                ErrorIds.EndpointInvalid, $"The endpoint is not an absolute http or https address. An example: {Default}");
        }

        if (endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0)
        {
            // What stands in these places is often a secret, so the address isn't shown.
            throw new ContactsException(
                ErrorIds.EndpointInvalid,
                $"The endpoint on {endpoint.Host} has a user name, a query or a fragment in it. Give the bare address, as {Default}");
        }

        if (endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback && !allowUnencrypted)
        {
            throw new ContactsException(
                ErrorIds.EndpointNotSecure,
                $"The endpoint {endpoint} is not encrypted: the key could be read on its way to {endpoint.Host}.");
        }

        return endpoint.AbsolutePath.EndsWith('/') ? endpoint : new Uri(endpoint.AbsoluteUri + "/");
    }
}
