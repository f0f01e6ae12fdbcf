namespace ContactsPS.Client;

/// <summary>
/// The summary of a synchronisation. Always, Read = Added + Changed + Unchanged + Rejected + Duplicate + Excluded +
/// NotSent.
/// </summary>
public sealed class SyncSummary
{
    /// <summary>The number of contacts that were read: rows of files, or objects from the pipeline.</summary>
    public required long Read { get; init; }

    /// <summary>The number of new contacts that the service acknowledged.</summary>
    public required long Added { get; init; }

    /// <summary>The number of changed contacts that the service acknowledged.</summary>
    public required long Changed { get; init; }

    /// <summary>The number of contacts that are on the list as they are, so that nothing was sent.</summary>
    public required long Unchanged { get; init; }

    /// <summary>The number of contacts that were removed from the list.</summary>
    public required long Removed { get; init; }

    /// <summary>
    /// The number of contacts of the input that were refused, here or by the service. Each one is an error record or a
    /// row of the rejects file.
    /// </summary>
    public required long Rejected { get; init; }

    /// <summary>The number of contacts that were skipped because their number was already read in this run.</summary>
    public required long Duplicate { get; init; }

    /// <summary>The number of contacts that were not sent because their number is excluded.</summary>
    public required long Excluded { get; init; }

    /// <summary>
    /// The number of contacts of the input that were not sent, or whose request was never acknowledged. The next run
    /// sends them again.
    /// </summary>
    public required long NotSent { get; init; }

    /// <summary>
    /// The number of contacts that had to be removed from the list and were not, or whose removal was never
    /// acknowledged. The next run removes them.
    /// </summary>
    public required long NotRemoved { get; init; }

    /// <summary>The name of the list.</summary>
    public required string ListName { get; init; }

    /// <summary>The tags that were attached to the contacts that were sent.</summary>
    public required IReadOnlyList<string> TagName { get; init; }

    /// <summary>The number of requests, including retries.</summary>
    public required long Requests { get; init; }

    /// <summary>The number of requests that were sent again after a transient failure.</summary>
    public required long Retries { get; init; }

    /// <summary>The time from the start of the run to its end.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The counts, in one line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Read} read: {Added} added, {Changed} changed, {Unchanged} unchanged, {Rejected} rejected, {Duplicate} duplicate, {Excluded} excluded, {NotSent} not sent; {Removed} removed, {NotRemoved} not removed");
}
