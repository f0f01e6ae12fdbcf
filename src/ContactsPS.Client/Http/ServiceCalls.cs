namespace ContactsPS.Client;

/// <summary>The calls of the service, relative to its endpoint (web-service.md).</summary>
public static class ServiceCalls
{
    /// <summary>POST: add contacts, attach them to lists and tags.</summary>
    public const string CreateContacts = "contact/create";

    /// <summary>GET: the balance of the account.</summary>
    public const string CheckBalance = "wallet/check-balance";
}
