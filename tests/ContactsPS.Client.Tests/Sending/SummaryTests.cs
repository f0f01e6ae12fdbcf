using System.Globalization;

namespace ContactsPS.Client.Tests;

public sealed class SummaryTests
{
    [Fact]
    public void Each_contact_is_counted_under_its_outcome()
    {
        ContactTally tally = Tally();

        var summary = ContactSummary.From(tally, new CreateContactsRequest { ListNames = ["VIP"], TagNames = ["new"] });

        Assert.Equal(summary.Read, summary.Accepted + summary.Rejected + summary.Duplicate + summary.Excluded + summary.NotSent);
        Assert.Equal("15 read: 4 accepted, 2 rejected, 1 duplicate, 5 excluded, 3 not sent", summary.ToString());
        Assert.Equal(["VIP"], summary.ListName);
        Assert.Equal(["new"], summary.TagName);
        Assert.Equal((2, 1), (summary.Requests, summary.Retries));
        Assert.Equal(1, tally.FixedLines);
        Assert.InRange(summary.Elapsed, TimeSpan.FromTicks(1), tally.Elapsed);
    }

    [Fact]
    public void The_counts_of_an_earlier_run_are_added()
    {
        ContactTally tally = Tally();

        tally.Restore(new JournalTotals(Read: 1_500, Accepted: 800, Rejected: 400, Duplicate: 200, Excluded: 100));

        Assert.Equal(
            "1515 read: 804 accepted, 402 rejected, 201 duplicate, 105 excluded, 3 not sent",
            ContactSummary.From(tally, new DeleteContactsRequest()).ToString());
    }

    [Theory]
    [InlineData(1_000, 4_000, 250)]
    [InlineData(1, 3_000, 0.3)]
    [InlineData(7, 1, 7_000)]
    [InlineData(7, 0, 0)]
    public void The_contacts_per_second_are_those_that_were_read(long read, int milliseconds, double perSecond)
    {
        var summary = new ContactSummary
        {
            Read = read,
            Accepted = 0,
            Rejected = 0,
            Duplicate = 0,
            Excluded = 0,
            NotSent = read,
            ListName = [],
            TagName = [],
            Requests = 0,
            Retries = 0,
            Elapsed = TimeSpan.FromMilliseconds(milliseconds),
        };

        Assert.Equal(perSecond, summary.ContactsPerSecond);
    }

    [Fact]
    public void The_text_of_several_names_has_commas_between_them()
    {
        var request = new CreateContactsRequest { ListNames = ["VIP", "Paris", "2026"] };

        var summary = ContactSummary.From(new ContactTally(), request);

        Assert.Equal("VIP, Paris, 2026", Convert.ToString(summary.ListName, CultureInfo.InvariantCulture));
        Assert.Equal(string.Empty, Convert.ToString(summary.TagName, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_missing_argument_is_refused()
    {
        Assert.Throws<ArgumentNullException>("tally", () => ContactSummary.From(null!, new CreateContactsRequest()));
        Assert.Throws<ArgumentNullException>("request", () => ContactSummary.From(new ContactTally(), null!));
        Assert.Throws<ArgumentNullException>("totals", () => new ContactTally().Restore(null!));
    }

    private static ContactTally Tally()
    {
        var tally = new ContactTally();
        Repeat(15, tally.CountRead);
        Repeat(1, tally.CountDuplicate);
        Repeat(5, tally.CountExcluded);
        Repeat(1, tally.CountFixedLine);
        Repeat(2, tally.CountRequest);
        Repeat(1, tally.CountRetry);
        tally.Count(ContactOutcome.Accepted, 4);
        tally.Count(ContactOutcome.Rejected, 2);
        tally.Count(ContactOutcome.NotSent, 3);
        return tally;
    }

    private static void Repeat(int times, Action count)
    {
        for (int i = 0; i < times; i++)
        {
            count();
        }
    }
}
