namespace ContactsPS.Client;

/// <summary>How a <see cref="BulkSender"/> sends.</summary>
public sealed record BulkSenderOptions
{
    /// <summary>Contacts a request, at most. The service documents no limit for contact/create; it has 200 for contact/delete.</summary>
    public int BatchSize { get; init; } = 200;

    /// <summary>Requests under way at once, at most.</summary>
    public int ThrottleLimit { get; init; } = 4;

    /// <summary>How often a request that failed in passing is sent again.</summary>
    public int MaximumRetryCount { get; init; } = 5;

    /// <summary>The wait before the first retry. It doubles from one to the next, with jitter, up to a minute.</summary>
    public TimeSpan RetryInterval { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What each batch keeps of what its contacts were made from; called once a batch. Null: nothing.</summary>
    public Func<BatchSources>? Sources { get; init; }

    /// <summary>
    /// Told of each batch as soon as its contacts have ended, by the thread that sent it and before the event; several
    /// may call at once. What it throws ends the run.
    /// </summary>
    public Action<ContactBatch, IReadOnlyList<BatchSegment>>? Completed { get; init; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(BatchSize);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ThrottleLimit);
        ArgumentOutOfRangeException.ThrowIfNegative(MaximumRetryCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(RetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(RetryInterval, TimeSpan.FromDays(1));
    }
}
