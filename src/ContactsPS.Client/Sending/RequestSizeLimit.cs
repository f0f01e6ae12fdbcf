namespace ContactsPS.Client;

/// <summary>
/// The maximum number of contacts in a request. It becomes smaller when the service refuses a request because of its size.
/// All senders of a run share one instance.
/// </summary>
internal sealed class RequestSizeLimit
{
    private readonly Lock _lock = new();
    private readonly int _batchSize;

    /// <summary>The limit that refusals of a number of contacts have shown.</summary>
    private int _byNumber;

    /// <summary>The limit that refusals of a body that is too large (413) have shown.</summary>
    private int _byLength;

    /// <summary>Starts with a limit.</summary>
    /// <param name="batchSize">The maximum number of contacts at the start.</param>
    public RequestSizeLimit(int batchSize) => _batchSize = _byNumber = _byLength = batchSize;

    /// <summary>The current limit.</summary>
    public int Current
    {
        get
        {
            lock (_lock)
            {
                return Math.Min(_byNumber, _byLength);
            }
        }
    }

    /// <summary>Makes the limit smaller than a request that was refused. False when it is smaller already.</summary>
    /// <param name="refused">The number of contacts in that request. It is at least 2.</param>
    /// <param name="refusal">The refusal.</param>
    public bool ReduceBelow(int refused, ServiceAnswer refusal)
    {
        int smaller = (refused + 1) / 2;
        lock (_lock)
        {
            return refusal.Code == ServiceCode.TooManyContacts ? Reduce(ref _byNumber, smaller) : Reduce(ref _byLength, smaller);
        }
    }

    /// <summary>
    /// Forgets the bodies that were too large, because a contact that was alone in its request is too large. The number of
    /// contacts was not the cause.
    /// </summary>
    public void ForgetLength()
    {
        lock (_lock)
        {
            _byLength = _batchSize;
        }
    }

    private static bool Reduce(ref int limit, int smaller)
    {
        if (smaller >= limit)
        {
            return false;
        }

        limit = smaller;
        return true;
    }
}
