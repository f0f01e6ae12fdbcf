namespace ContactsPS.Client;

/// <summary>
/// What became of all the contacts of a run: Read = Accepted + Rejected + Duplicate + NotSent, always.
/// </summary>
public sealed class ContactSummary
{
    /// <summary>Contacts read: rows of the file, or objects of the pipeline.</summary>
    public required long Read { get; init; }

    /// <summary>Contacts the service acknowledged.</summary>
    public required long Accepted { get; init; }

    /// <summary>Contacts that can't be accepted as they are, refused here or by the service; each is an error record.</summary>
    public required long Rejected { get; init; }

    /// <summary>Contacts left out because their number was read before in this run.</summary>
    public required long Duplicate { get; init; }

    /// <summary>Contacts that were not sent, or whose request was never acknowledged; sending them again is safe.</summary>
    public required long NotSent { get; init; }

    /// <summary>The lists the accepted contacts were attached to.</summary>
    public required IReadOnlyList<string> ListName { get; init; }

    /// <summary>The tags the accepted contacts got.</summary>
    public required IReadOnlyList<string> TagName { get; init; }

    /// <summary>Requests sent, retries included.</summary>
    public required long Requests { get; init; }

    /// <summary>Requests sent again after a failure in passing.</summary>
    public required long Retries { get; init; }

    /// <summary>From the first contact to the last answer.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>Contacts read, a second.</summary>
    public double ContactsPerSecond => Elapsed > TimeSpan.Zero ? Math.Round(Read / Elapsed.TotalSeconds, 1) : 0;

    /// <summary>Makes the summary of a tally.</summary>
    public static ContactSummary From(ContactTally tally, CreateContactsOptions options)
    {
        ArgumentNullException.ThrowIfNull(tally);
        ArgumentNullException.ThrowIfNull(options);
        return new ContactSummary
        {
            Read = tally.Read,
            Accepted = tally.Accepted,
            Rejected = tally.Rejected,
            Duplicate = tally.Duplicate,
            NotSent = tally.NotSent,
            ListName = options.ListNames,
            TagName = options.TagNames,
            Requests = tally.Requests,
            Retries = tally.Retries,
            Elapsed = tally.Elapsed,
        };
    }

    /// <summary>The counts, in a line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Read} read: {Accepted} accepted, {Rejected} rejected, {Duplicate} duplicate, {NotSent} not sent");
}
