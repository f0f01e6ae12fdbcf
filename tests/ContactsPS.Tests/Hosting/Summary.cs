namespace ContactsPS.Tests.Hosting;

/// <summary>The numbers of a ContactSummary.</summary>
public sealed record Summary(long Read, long Accepted, long Rejected, long Duplicate, long NotSent, long Requests, long Retries)
{
    /// <summary>The excluded contacts. Default: 0.</summary>
    public long Excluded { get; init; }

    /// <summary>Reads a ContactSummary.</summary>
    public static Summary Of(PSObject summary)
    {
        Assert.Equal("ContactsPS.Client.ContactSummary", summary.BaseObject.GetType().FullName);
        return new Summary(
            summary.Value<long>("Read"),
            summary.Value<long>("Accepted"),
            summary.Value<long>("Rejected"),
            summary.Value<long>("Duplicate"),
            summary.Value<long>("NotSent"),
            summary.Value<long>("Requests"),
            summary.Value<long>("Retries"))
        {
            Excluded = summary.Value<long>("Excluded"),
        };
    }
}
