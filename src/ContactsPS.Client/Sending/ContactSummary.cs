namespace ContactsPS.Client;

/// <summary>
/// The summary of a run. Always, Read = Accepted + Rejected + Duplicate + Excluded + NotSent.
/// </summary>
public sealed class ContactSummary
{
    /// <summary>The number of contacts that were read: rows of files, or objects from the pipeline.</summary>
    public required long Read { get; init; }

    /// <summary>The number of contacts that the service acknowledged.</summary>
    public required long Accepted { get; init; }

    /// <summary>
    /// The number of contacts that were refused, here or by the service. Each one is an error record or a row of the
    /// rejects file.
    /// </summary>
    public required long Rejected { get; init; }

    /// <summary>The number of contacts that were skipped because their number was already read in this run.</summary>
    public required long Duplicate { get; init; }

    /// <summary>The number of contacts that were not sent because their number is in a file of excluded numbers.</summary>
    public required long Excluded { get; init; }

    /// <summary>
    /// The number of contacts that were not sent, or whose request was never acknowledged. It is safe to send them
    /// again.
    /// </summary>
    public required long NotSent { get; init; }

    /// <summary>The lists that the accepted contacts were attached to, or removed from.</summary>
    public required IReadOnlyList<string> ListName { get; init; }

    /// <summary>The tags that were attached to the accepted contacts.</summary>
    public required IReadOnlyList<string> TagName { get; init; }

    /// <summary>The number of requests, including retries.</summary>
    public required long Requests { get; init; }

    /// <summary>The number of requests that were sent again after a transient failure.</summary>
    public required long Retries { get; init; }

    /// <summary>The time from the start of the run to its end.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The number of contacts that were read per second.</summary>
    public double ContactsPerSecond => Elapsed > TimeSpan.Zero ? Math.Round(Read / Elapsed.TotalSeconds, 1) : 0;

    /// <summary>Makes the summary from a tally.</summary>
    /// <param name="tally">The counts of the run.</param>
    /// <param name="request">The request of the run.</param>
    public static ContactSummary From(ContactTally tally, BatchRequest request)
    {
        ArgumentNullException.ThrowIfNull(tally);
        ArgumentNullException.ThrowIfNull(request);
        return new ContactSummary
        {
            Read = tally.Read,
            Accepted = tally.Accepted,
            Rejected = tally.Rejected,
            Duplicate = tally.Duplicate,
            Excluded = tally.Excluded,
            NotSent = tally.NotSent,
            ListName = new NameList(request.TargetLists),
            TagName = new NameList(request.TargetTags),
            Requests = tally.Requests,
            Retries = tally.Retries,
            Elapsed = tally.Elapsed,
        };
    }

    /// <summary>The counts, in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Read} read: {Accepted} accepted, {Rejected} rejected, {Duplicate} duplicate, {Excluded} excluded, {NotSent} not sent");
}
