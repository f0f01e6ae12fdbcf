namespace ContactsPS.Client;

/// <summary>
/// Counts the contacts that were sent alone and refused in the same way, one after the other, while nothing was accepted.
/// All senders of a run share one instance.
/// </summary>
internal sealed class RefusalStreak
{
    private readonly Lock _lock = new();
    private ServiceAnswer? _last;
    private int _count;

    /// <summary>
    /// Compares two refusals. The code is enough, because the message may contain the id of a request or of a contact.
    /// </summary>
    public static bool AreAlike(ServiceAnswer one, ServiceAnswer other) =>
        one.StatusCode == other.StatusCode && one.Code == other.Code && (one.Code is not null || one.Message == other.Message);

    /// <summary>Counts a contact that was refused. Returns the number of such contacts so far.</summary>
    public int Add(ServiceAnswer refusal)
    {
        lock (_lock)
        {
            _count = _last is not null && AreAlike(_last, refusal) ? _count + 1 : 1;
            _last = refusal;
            return _count;
        }
    }

    /// <summary>Starts again, because the service accepted a request.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            _last = null;
        }
    }
}
