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

    /// <summary>POST: create a list.</summary>
    public const string CreateList = "contact-list/create";

    /// <summary>POST: remove all contacts from a list, and delete them from the account if that is asked for.</summary>
    public const string EmptyList = "contact-list/empty";

    /// <summary>DELETE: delete a list.</summary>
    public const string DeleteList = "contact-list/delete";

    /// <summary>GET: how many messages the balance buys in a country.</summary>
    public const string CheckCredits = "wallet/check-credits";

    /// <summary>GET: the balance of the account.</summary>
    public const string CheckBalance = "wallet/check-balance";
}
