namespace ContactsPS.Client;

/// <summary>A run of contacts of a batch that ended alike.</summary>
/// <param name="Start">The first contact's place in the batch, from 0.</param>
/// <param name="Count">How many contacts.</param>
/// <param name="Outcome">What became of them.</param>
/// <param name="Answer">The service's answer; null where nothing was sent.</param>
public sealed record BatchSegment(int Start, int Count, ContactOutcome Outcome, ServiceAnswer? Answer);
