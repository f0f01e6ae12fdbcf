namespace ContactsPS.Client;

/// <summary>The outcome of a contact that was passed to a <see cref="BulkSender"/>.</summary>
public enum ContactOutcome
{
    /// <summary>The service acknowledged the contact.</summary>
    Accepted,

    /// <summary>The service refused the contact when it was sent alone.</summary>
    Rejected,

    /// <summary>The contact was not sent, or its request was never acknowledged. It is safe to send it again.</summary>
    NotSent,
}
