namespace ContactsPS.Client;

/// <summary>Something that happened while sending. The events of a run come in one queue, read by one reader.</summary>
public abstract record SendEvent;

/// <summary>
/// A batch is done: its segments cover each of its contacts once, in no particular order. The reader gives it back with
/// <see cref="BulkSender.Return"/>.
/// </summary>
/// <param name="Batch">The batch.</param>
/// <param name="Segments">What became of its contacts.</param>
public sealed record BatchCompleted(ContactBatch Batch, IReadOnlyList<BatchSegment> Segments) : SendEvent;

/// <summary>A request was answered, or failed.</summary>
/// <param name="Call">The call of the service.</param>
/// <param name="Contacts">How many contacts it held.</param>
/// <param name="Bytes">The length of its body.</param>
/// <param name="Answer">What came of it.</param>
public sealed record RequestCompleted(string Call, int Contacts, int Bytes, ServiceAnswer Answer) : SendEvent;

/// <summary>A request failed in passing and will be sent again.</summary>
/// <param name="Attempt">Which retry this will be, from 1.</param>
/// <param name="Delay">The wait before it.</param>
/// <param name="Answer">What failed.</param>
public sealed record RetryScheduled(int Attempt, TimeSpan Delay, ServiceAnswer Answer) : SendEvent;
