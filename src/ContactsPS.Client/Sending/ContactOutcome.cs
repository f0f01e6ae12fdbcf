namespace ContactsPS.Client;

/// <summary>What became of a contact that was given to a <see cref="BulkSender"/>.</summary>
public enum ContactOutcome
{
    /// <summary>The service acknowledged it.</summary>
    Accepted,

    /// <summary>The service refused it, sent alone.</summary>
    Rejected,

    /// <summary>It was not sent, or its request was never acknowledged. Sending it again is safe.</summary>
    NotSent,
}
