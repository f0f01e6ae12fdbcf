namespace ContactsPS.Client;

/// <summary>Holds all senders while the service asks for a pause (Retry-After): asked of one, it is meant for all.</summary>
internal sealed class RetryAfterGate(TimeProvider time)
{
    private readonly Lock _lock = new();

    /// <summary>When it opens, on a clock that nobody sets.</summary>
    private long _openAt = long.MinValue;

    /// <summary>Closes the gate for a while; a longer pause that is under way stays.</summary>
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
