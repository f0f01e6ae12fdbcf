namespace ContactsPS.Tests.Syncing;

/// <summary>The counts of a SyncSummary.</summary>
public sealed record SyncCounts(
    long Read, long Added, long Changed, long Unchanged, long Removed, long Rejected = 0, long Duplicate = 0, long NotSent = 0, long NotRemoved = 0, long Excluded = 0)
{
    /// <summary>The counts of a script that wrote one summary and no terminating error. The sum is checked.</summary>
    public static SyncCounts Of(ShellResult result)
    {
        Assert.True(result.Thrown is null, result.Thrown?.ToString());
        PSObject summary = Assert.Single(result.Output);
        Assert.Equal("ContactsPS.Client.SyncSummary", summary.BaseObject.GetType().FullName);
        var counts = new SyncCounts(
            summary.Value<long>("Read"),
            summary.Value<long>("Added"),
            summary.Value<long>("Changed"),
            summary.Value<long>("Unchanged"),
            summary.Value<long>("Removed"),
            summary.Value<long>("Rejected"),
            summary.Value<long>("Duplicate"),
            summary.Value<long>("NotSent"),
            summary.Value<long>("NotRemoved"),
            summary.Value<long>("Excluded"));
        Assert.Equal(
            counts.Read,
            counts.Added + counts.Changed + counts.Unchanged + counts.Rejected + counts.Duplicate + counts.Excluded + counts.NotSent);
        return counts;
    }
}
