namespace ContactsPS.Client;

/// <summary>The counts of a run that came to its end with nothing left to send.</summary>
/// <param name="Read">Contacts read.</param>
/// <param name="Accepted">Contacts the service acknowledged.</param>
/// <param name="Rejected">Contacts that can't be accepted as they are.</param>
/// <param name="Duplicate">Contacts left out because their number was read before.</param>
public sealed record JournalTotals(long Read, long Accepted, long Rejected, long Duplicate);
