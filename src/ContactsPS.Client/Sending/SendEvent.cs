namespace ContactsPS.Client;

/// <summary>
/// An event of a <see cref="BulkSender"/>. The events of a run are in one queue, which one reader reads.
/// </summary>
public abstract record SendEvent;

/// <summary>
/// The outcome of all contacts of a batch is known. The segments contain each contact once, in no particular order. The
/// reader must return the batch with <see cref="BulkSender.Return"/>.
/// </summary>
/// <param name="Batch">The batch.</param>
/// <param name="Segments">The outcomes of the contacts.</param>
public sealed record BatchCompleted(ContactBatch Batch, IReadOnlyList<BatchSegment> Segments) : SendEvent;

/// <summary>A request was answered, or failed.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Call">The call of the service.</param>
/// <param name="Contacts">The number of contacts in the request.</param>
/// <param name="Bytes">The length of the body, in bytes.</param>
/// <param name="Answer">The answer, or why there is none.</param>
public sealed record RequestCompleted(HttpMethod Method, string Call, int Contacts, int Bytes, ServiceAnswer Answer) : SendEvent;

/// <summary>A request had a transient failure and will be sent again.</summary>
/// <param name="Attempt">The number of the next retry, from 1.</param>
/// <param name="Delay">The wait before the retry.</param>
/// <param name="Answer">The answer that failed.</param>
public sealed record RetryScheduled(int Attempt, TimeSpan Delay, ServiceAnswer Answer) : SendEvent;

/// <summary>
/// The service refused a request because of its size. The requests of the rest of the run have at most this number of
/// contacts.
/// </summary>
/// <param name="MaximumContacts">The maximum number of contacts from now on.</param>
/// <param name="Answer">The refusal.</param>
public sealed record BatchSizeReduced(int MaximumContacts, ServiceAnswer Answer) : SendEvent;
