namespace ContactsPS.Client;

/// <summary>
/// The fields of a contact, in the order in which they are sent (web-service.md, POST contact/create).
/// </summary>
public enum ContactField
{
    /// <summary>phone_number: the key of a contact.</summary>
    PhoneNumber,

    /// <summary>first_name.</summary>
    FirstName,

    /// <summary>last_name.</summary>
    LastName,

    /// <summary>param1: free text for the merge fields of a message.</summary>
    Param1,

    /// <summary>param2.</summary>
    Param2,

    /// <summary>param3.</summary>
    Param3,

    /// <summary>param4.</summary>
    Param4,

    /// <summary>param5.</summary>
    Param5,
}
