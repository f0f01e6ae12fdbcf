namespace ContactsPS.Client.Tests;

public sealed class SummaryTests
{
    [Fact]
    public void Each_contact_is_counted_under_its_outcome()
    {
        var tally = new ContactTally();
        for (int i = 0; i < 10; i++)
        {
            tally.CountRead();
        }

        tally.CountDuplicate();
        tally.CountRequest();
        tally.CountRequest();
        tally.CountRetry();
        tally.Count(ContactOutcome.Accepted, 4);
        tally.Count(ContactOutcome.Rejected, 2);
        tally.Count(ContactOutcome.NotSent, 3);

        var summary = ContactSummary.From(tally, new CreateContactsRequest { ListNames = ["VIP"], TagNames = ["new"] });

        Assert.Equal(summary.Read, summary.Accepted + summary.Rejected + summary.Duplicate + summary.Excluded + summary.NotSent);
        Assert.Equal("10 read: 4 accepted, 2 rejected, 1 duplicate, 0 excluded, 3 not sent", summary.ToString());
        Assert.Equal(["VIP"], summary.ListName);
        Assert.Equal(["new"], summary.TagName);
        Assert.Equal((2, 1), (summary.Requests, summary.Retries));
        Assert.True(summary.ContactsPerSecond > 0);
    }
}
