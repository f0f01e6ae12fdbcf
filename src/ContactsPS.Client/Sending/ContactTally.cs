using System.Diagnostics;

namespace ContactsPS.Client;

/// <summary>Counts the contacts of a run, each once when it is read and once when it has ended.</summary>
public sealed class ContactTally
{
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>Contacts read.</summary>
    public long Read { get; private set; }

    /// <summary>Contacts the service acknowledged.</summary>
    public long Accepted { get; private set; }

    /// <summary>Contacts that can't be accepted as they are: refused here or by the service.</summary>
    public long Rejected { get; private set; }

    /// <summary>Contacts left out because their number was read before in this run.</summary>
    public long Duplicate { get; private set; }

    /// <summary>Contacts that were read and neither sent nor refused, or never acknowledged.</summary>
    public long NotSent { get; private set; }

    /// <summary>Requests that were answered or failed, retries included.</summary>
    public long Requests { get; private set; }

    /// <summary>Requests that are sent again.</summary>
    public long Retries { get; private set; }

    /// <summary>The time since the run began.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>A contact was read.</summary>
    public void CountRead() => Read++;

    /// <summary>A contact was left out.</summary>
    public void CountDuplicate() => Duplicate++;

    /// <summary>A request was answered, or failed.</summary>
    public void CountRequest() => Requests++;

    /// <summary>A request will be sent again.</summary>
    public void CountRetry() => Retries++;

    /// <summary>Takes in the counts of an earlier run.</summary>
    public void Restore(JournalTotals totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        Read += totals.Read;
        Accepted += totals.Accepted;
        Rejected += totals.Rejected;
        Duplicate += totals.Duplicate;
    }

    /// <summary>Contacts ended.</summary>
    public void Count(ContactOutcome outcome, int contacts)
    {
        switch (outcome)
        {
            case ContactOutcome.Accepted: Accepted += contacts; break;
            case ContactOutcome.Rejected: Rejected += contacts; break;
            default: NotSent += contacts; break;
        }
    }
}
