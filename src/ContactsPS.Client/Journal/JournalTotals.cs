namespace ContactsPS.Client;

/// <summary>The counts of a complete run, which has nothing left to send.</summary>
/// <param name="Read">The number of contacts that were read.</param>
/// <param name="Accepted">The number of contacts that the service acknowledged.</param>
/// <param name="Rejected">The number of contacts that can't be accepted as they are.</param>
/// <param name="Duplicate">The number of contacts that were skipped because their number was already read.</param>
/// <param name="Excluded">The number of contacts that were not sent because their number is excluded. Default: 0.</param>
public sealed record JournalTotals(long Read, long Accepted, long Rejected, long Duplicate, long Excluded = 0);
