namespace ContactsPS.Client;

/// <summary>The options of a <see cref="BulkSender"/>.</summary>
public sealed record BulkSenderOptions
{
    /// <summary>
    /// The longest pause (Retry-After) that is waited for: 10 minutes. A service that requests a longer pause counts as
    /// unavailable.
    /// </summary>
    public static TimeSpan LongestPause { get; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The maximum number of contacts in a request. Default: 200. It is at most <see cref="BatchRequest.MaximumContacts"/>.
    /// </summary>
    public int BatchSize { get; init; } = 200;

    /// <summary>The maximum number of requests at the same time. Default: 4.</summary>
    public int ThrottleLimit { get; init; } = 4;

    /// <summary>The maximum number of retries after a transient failure. Default: 5.</summary>
    public int MaximumRetryCount { get; init; } = 5;

    /// <summary>
    /// The shortest wait before the first retry. It doubles with each retry, up to one minute, or up to this value when it
    /// is longer. A random part of up to a quarter is added to each wait. So with the defaults, a request is retried for 31
    /// to 39 seconds. Default: 1 second.
    /// </summary>
    public TimeSpan RetryInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Creates the sources of a batch. It is called once for each batch. Default: null, which means that sources are
    /// not kept.
    /// </summary>
    public Func<BatchSources>? Sources { get; init; }

    /// <summary>
    /// Called for each batch as soon as the outcome of all its contacts is known. The thread that sent the batch calls
    /// it, before the event is published. Several threads may call it at the same time. A ContactsException ends the run.
    /// Default: null, which means that nothing is called.
    /// </summary>
    public Action<ContactBatch, IReadOnlyList<BatchSegment>>? Completed { get; init; }

    /// <summary>The clock for all waits. Default: the one of the system.</summary>
    internal TimeProvider Time { get; init; } = TimeProvider.System;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(BatchSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ThrottleLimit);
        ArgumentOutOfRangeException.ThrowIfNegative(MaximumRetryCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(RetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(RetryInterval, TimeSpan.FromDays(1));
    }
}
