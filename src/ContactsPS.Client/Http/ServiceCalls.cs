namespace ContactsPS.Client;

/// <summary>
/// The paths of the calls, relative to the endpoint (web-service.md, POST contact/create and The other calls).
/// </summary>
public static class ServiceCalls
{
    /// <summary>POST: add contacts, and attach them to lists and tags.</summary>
    public const string CreateContacts = "contact/create";

    /// <summary>DELETE: delete contacts from the account, or only remove them from a list.</summary>
    public const string DeleteContacts = "contact/delete";

    /// <summary>GET: the balance of the account.</summary>
    public const string CheckBalance = "wallet/check-balance";
}
