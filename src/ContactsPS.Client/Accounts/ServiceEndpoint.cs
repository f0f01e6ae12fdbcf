namespace ContactsPS.Client;

/// <summary>The address of the service, and the rules for an endpoint.</summary>
public static class ServiceEndpoint
{
    /// <summary>The address of the vendor (web-service.md, Every request).</summary>
    public static Uri Default { get; } = new("https://api.octopush.com/v1/public/");

    /// <summary>Checks an address, and adds the slash at its end that relative calls require.</summary>
    /// <exception cref="ContactsException">
    /// EndpointInvalid: it is not an absolute http or https address, or it has a user name, a query or a fragment.
    /// EndpointNotSecure: it is http, it is not loopback, and <paramref name="allowUnencrypted"/> is false.
    /// </exception>
    public static Uri Validate(Uri endpoint, bool allowUnencrypted)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (!endpoint.IsAbsoluteUri || (endpoint.Scheme != Uri.UriSchemeHttp && endpoint.Scheme != Uri.UriSchemeHttps))
        {
            // The text is not shown: a text that is not an address may contain anything, such as a key.
            throw new ContactsException(
                ErrorIds.EndpointInvalid, $"The endpoint is not an absolute http or https address. Example: {Default}");
        }

        if (endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0)
        {
            // These parts often contain a secret, so the address is not shown.
            throw new ContactsException(
                ErrorIds.EndpointInvalid,
                $"The endpoint on {endpoint.Host} has a user name, a query or a fragment. Give the address without them, such as {Default}");
        }

        if (endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback && !allowUnencrypted)
        {
            throw new ContactsException(
                ErrorIds.EndpointNotSecure,
                $"The endpoint {endpoint} is not encrypted, so others could read the key on the way to {endpoint.Host}.");
        }

        return endpoint.AbsolutePath.EndsWith('/') ? endpoint : new Uri(endpoint.AbsoluteUri + "/");
    }
}
