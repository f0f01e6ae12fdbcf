namespace ContactsPS.Client;

/// <summary>Consecutive contacts of a batch with the same outcome.</summary>
/// <param name="Start">The index of the first contact in the batch, from 0.</param>
/// <param name="Count">The number of contacts.</param>
/// <param name="Outcome">The outcome of these contacts.</param>
/// <param name="Answer">The answer of the service. Null when nothing was sent.</param>
public sealed record BatchSegment(int Start, int Count, ContactOutcome Outcome, ServiceAnswer? Answer);
