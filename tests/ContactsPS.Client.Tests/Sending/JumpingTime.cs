namespace ContactsPS.Client.Tests;

/// <summary>
/// A clock that doesn't wait: each timer is due at once, and the clock jumps to the time when it is due. The time of day
/// steps an hour back with each reading, because no wait may depend on it.
/// </summary>
internal sealed class JumpingTime : TimeProvider
{
    private long _ticks;
    private int _readings;

    /// <summary>The time that was waited for.</summary>
    public TimeSpan Waited => TimeSpan.FromTicks(Volatile.Read(ref _ticks));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Volatile.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddYears(50) - TimeSpan.FromHours(Interlocked.Increment(ref _readings));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan)
        {
            return System.CreateTimer(callback, state, dueTime, period);
        }

        Interlocked.Add(ref _ticks, dueTime.Ticks);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
