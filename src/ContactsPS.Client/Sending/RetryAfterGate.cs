namespace ContactsPS.Client;

/// <summary>
/// Stops all senders while the service requests a pause (Retry-After). A pause for one sender applies to all of them.
/// </summary>
internal sealed class RetryAfterGate(TimeProvider time)
{
    private readonly Lock _lock = new();

    /// <summary>The time when the gate opens, on a monotonic clock.</summary>
    private long _openAt = long.MinValue;

    /// <summary>Closes the gate for a time. A longer pause that already started is not shortened.</summary>
    public void Close(TimeSpan pause)
    {
        long openAt = time.GetTimestamp() + (long)(pause.TotalSeconds * time.TimestampFrequency);
        lock (_lock)
        {
            _openAt = Math.Max(openAt, _openAt);
        }
    }

    /// <summary>Waits until the gate is open.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        while (Remaining() is { Ticks: > 0 } remaining)
        {
            await Task.Delay(remaining, time, cancellationToken);
        }
    }

    private TimeSpan Remaining()
    {
        lock (_lock)
        {
            long now = time.GetTimestamp();
            return _openAt > now ? time.GetElapsedTime(now, _openAt) : TimeSpan.Zero;
        }
    }
}
