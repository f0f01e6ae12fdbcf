namespace ContactsPS.Client.Tests;

public sealed class ImportJournalTests
{
    private static readonly JournalSubject s_subject = new()
    {
        File = "a.csv",
        Length = 1,
        Sha256 = "0",
        Endpoint = "http://127.0.0.1/",
        Login = "someone@example.com",
        Options = new Dictionary<string, string>(),
    };

    [Fact]
    public void A_write_to_a_full_disk_leaves_nothing_behind_and_no_write_follows_it()
    {
        using SmallDisk disk = SmallDisk.Mount(pages: 1);
        string path = Path.Combine(disk.Path, "j");
        using (var journal = ImportJournal.Open(path, s_subject))
        {
            long before = new FileInfo(path).Length;
            journal.Record(BatchOf("1\n"), [Accepted(0, 1)]);
            Assert.InRange(new FileInfo(path).Length, before + 1, before + 100);
            before = new FileInfo(path).Length;

            // The rows without a number between them make each row a record of its own, and 400 records do not fit.
            AssertUnwritable(() => journal.Record(BatchOf(string.Concat(Enumerable.Range(2, 400).Select(i => $"none\n{i}\n"))), [Accepted(0, 400)]));
            AssertUnwritable(() => journal.Record(BatchOf("999\n"), [Accepted(0, 1)]));
            disk.Grow(pages: 4);
            AssertUnwritable(() => journal.Record(BatchOf("999\n"), [Accepted(0, 1)]));
            Assert.Equal(before, new FileInfo(path).Length);
        }

        using var again = ImportJournal.Open(path, s_subject);
        Assert.True(again.IsAccepted(2));
        Assert.False(again.IsAccepted(3));
    }

    private static BatchSegment Accepted(int start, int count) => new(start, count, ContactOutcome.Accepted, Answer: null);

    private static void AssertUnwritable(Action write) =>
        Assert.Equal(ErrorIds.JournalUnwritable, Assert.Throws<ContactsException>(write).ErrorId);

    /// <summary>A batch of rows; a row "none" is a row that is not sent.</summary>
    private static ContactBatch BatchOf(string rows)
    {
        using DelimitedFileReader reader = FileTexts.Reader($"phone\n{rows}");
        var intake = new RowIntake(reader, ColumnMap.Match(reader.Columns), new ContactIntake(new IntakeOptions(SkipValidation: true)));
        var batch = new ContactBatch(new CreateContactsRequest(), 400, RowIntake.MakeSources());
        while (reader.Read())
        {
            if (reader.GetText(0) == "none")
            {
                batch.Sources!.MarkGap();
            }
            else
            {
                Assert.Equal(IntakeKind.Taken, intake.Add(batch).Kind);
            }
        }

        return batch;
    }
}
