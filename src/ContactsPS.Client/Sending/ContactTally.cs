using System.Diagnostics;

namespace ContactsPS.Client;

/// <summary>Counts the contacts of a run: each one once when it is read, and once when its outcome is known.</summary>
public sealed class ContactTally
{
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>The number of contacts that were read.</summary>
    public long Read { get; private set; }

    /// <summary>The number of contacts that the service acknowledged.</summary>
    public long Accepted { get; private set; }

    /// <summary>The number of contacts that were refused, here or by the service.</summary>
    public long Rejected { get; private set; }

    /// <summary>The number of contacts that were skipped because their number was already read in this run.</summary>
    public long Duplicate { get; private set; }

    /// <summary>The number of contacts that were not sent because their number is excluded.</summary>
    public long Excluded { get; private set; }

    /// <summary>The number of contacts that were not sent, or whose request was never acknowledged.</summary>
    public long NotSent { get; private set; }

    /// <summary>The number of contacts that were taken although their number is known as that of a fixed line.</summary>
    public long FixedLines { get; private set; }

    /// <summary>The number of requests that were answered or failed, including retries.</summary>
    public long Requests { get; private set; }

    /// <summary>The number of requests that were sent again.</summary>
    public long Retries { get; private set; }

    /// <summary>The time since the run began.</summary>
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(_start);

    /// <summary>Counts a contact that was read.</summary>
    public void CountRead() => Read++;

    /// <summary>Counts a contact whose number is known as that of a fixed line.</summary>
    public void CountFixedLine() => FixedLines++;

    /// <summary>Counts a duplicate, which was skipped.</summary>
    public void CountDuplicate() => Duplicate++;

    /// <summary>Counts a contact that is not sent because its number is excluded.</summary>
    public void CountExcluded() => Excluded++;

    /// <summary>Counts a request that was answered or failed.</summary>
    public void CountRequest() => Requests++;

    /// <summary>Counts a request that will be sent again.</summary>
    public void CountRetry() => Retries++;

    /// <summary>Adds the counts of an earlier run.</summary>
    public void Restore(JournalTotals totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        Read += totals.Read;
        Accepted += totals.Accepted;
        Rejected += totals.Rejected;
        Duplicate += totals.Duplicate;
        Excluded += totals.Excluded;
    }

    /// <summary>Counts contacts whose outcome is known.</summary>
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
