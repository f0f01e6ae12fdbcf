namespace ContactsPS.Client.Tests;

/// <summary>The outcomes that a run records in a journal, and that the next run reads from it.</summary>
public sealed class ImportJournalTests : IDisposable
{
    /// <summary>The service's code for a contact that it can't accept.</summary>
    private const long NoCountry = 150;

    /// <summary>Two codes that don't say whether the contact or the request is wrong.</summary>
    private const long Unknown = 125;
    private const long MissingMention = 121;

    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public ImportJournalTests() => _path = _folder.Find("j");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Exactly_the_acknowledged_rows_are_known_in_the_next_run()
    {
        Run(journal => journal.Record(FileTexts.Batch("1\n2\n3\n4\n5\n"), [Journals.Accepted(1, 3), new(4, 1, ContactOutcome.NotSent, Answer: null)]));

        Assert.Equal([3, 4, 5], AcceptedLines());
        Assert.Equal(Journals.With("accepted 3 5"), File.ReadAllText(_path));
    }

    [Fact]
    public void Batches_may_end_in_any_order()
    {
        ContactBatch batch = FileTexts.Batch("1\n2\n3\n4\n5\n6\n");
        Run(journal =>
        {
            journal.Record(batch, [Journals.Accepted(4, 2)]);
            journal.Record(batch, [Journals.Accepted(0, 1)]);
            journal.Record(batch, [Journals.Accepted(1, 2)]);
        });

        Assert.Equal([2, 3, 4, 6, 7], AcceptedLines());
    }

    [Fact]
    public void A_row_that_was_not_sent_is_in_no_range_of_accepted_rows()
    {
        ContactBatch batch = FileTexts.Batch("none\n1\nnone\nnone\n2\n3\nnone\n4\n");

        // The last contact has another outcome, so the row before it is the end of the accepted ones.
        Run(journal => journal.Record(batch, [Journals.Accepted(0, 3), Journals.Rejected(3, Journals.Refusal(NoCountry))]));

        Assert.Equal(
            Journals.With("accepted 3 3", "accepted 6 7", $"rejected 9 400 {NoCountry} \"No.\""), File.ReadAllText(_path));
    }

    [Fact]
    public void A_row_that_was_not_sent_at_the_end_of_a_batch_ends_its_range()
    {
        Run(journal => journal.Record(FileTexts.Batch("1\n2\nnone\n"), [Journals.Accepted(0, 2)]));

        Assert.Equal(Journals.With("accepted 2 3"), File.ReadAllText(_path));
    }

    [Fact]
    public void A_refused_contact_is_known_with_the_answer_of_the_service()
    {
        const string Message = "No country for \"+999\".\nTry 1 #2 | Zoé.";
        Run(journal => journal.Record(FileTexts.Batch("1\n2\n"), [Journals.Rejected(1, Journals.Refusal(NoCountry, Message))]));

        using ImportJournal next = Open();
        ServiceAnswer? answer = next.FindRejection(3);
        Assert.Equal((AnswerKind.Refused, 400, NoCountry, Message), (answer?.Kind, answer?.StatusCode, answer?.Code, answer?.Message));
        Assert.Null(next.FindRejection(2));
        Assert.False(next.IsAccepted(3));
    }

    [Fact]
    public void A_refusal_without_a_code_is_known_without_a_code()
    {
        Run(journal => journal.Record(FileTexts.Batch("1\n2\n"), [Journals.Rejected(0, Journals.Refusal(code: null, string.Empty)), Journals.Accepted(1, 1)]));

        Assert.Equal(Journals.With("rejected 2 400 - \"\"", "accepted 3 3"), File.ReadAllText(_path));
        using ImportJournal next = Open();
        Assert.Equal("HTTP 400: ", $"{next.FindRejection(2)}");
    }

    [Fact]
    public void A_refusal_that_may_lie_in_the_request_is_not_recorded_when_the_run_breaks_off()
    {
        Run(journal => journal.Record(
            FileTexts.Batch("1\n2\n3\n"),
            [Journals.Rejected(0, Journals.Refusal(Unknown)), Journals.Rejected(1, Journals.Refusal(Unknown))]));

        Assert.Equal(Journals.Start, File.ReadAllText(_path));
    }

    [Fact]
    public void A_refusal_that_may_lie_in_the_request_is_recorded_once_when_a_contact_is_accepted()
    {
        ContactBatch batch = FileTexts.Batch("1\n2\n3\n4\n");
        Run(journal =>
        {
            journal.Record(batch, [Journals.Rejected(0, Journals.Refusal(Unknown))]);
            journal.Record(batch, [Journals.Rejected(1, Journals.Refusal(Unknown))]);
            journal.Record(batch, [Journals.Accepted(2, 1)]);
            journal.Record(batch, [Journals.Accepted(3, 1)]);
        });

        Assert.Equal(
            Journals.With(
                $"rejected 2 400 {Unknown} \"No.\"", $"rejected 3 400 {Unknown} \"No.\"", "accepted 4 4", "accepted 5 5"),
            File.ReadAllText(_path));
    }

    [Fact]
    public void A_refusal_that_may_lie_in_the_request_is_recorded_when_another_is_refused_differently()
    {
        Run(journal => journal.Record(
            FileTexts.Batch("1\n2\n3\n"),
            [
                Journals.Rejected(0, Journals.Refusal(Unknown)),
                Journals.Rejected(1, Journals.Refusal(Unknown, "The message is no difference.")),
                Journals.Rejected(2, Journals.Refusal(MissingMention)),
            ]));

        Assert.Equal(
            Journals.With($"rejected 2 400 {Unknown} \"No.\"", $"rejected 3 400 {Unknown} \"The message is no difference.\""),
            File.ReadAllText(_path));
    }

    [Fact]
    public void A_complete_run_records_its_counts_and_each_refusal()
    {
        var totals = new JournalTotals(Read: 9, Accepted: 4, Rejected: 3, Duplicate: 2, Excluded: 1);
        Run(journal =>
        {
            journal.Record(FileTexts.Batch("1\n"), [Journals.Rejected(0, Journals.Refusal(Unknown))]);
            journal.End(totals);
        });

        using ImportJournal next = Open();
        Assert.Equal(totals, next.Totals);
        Assert.NotNull(next.FindRejection(2));
    }

    [Fact]
    public void A_run_that_broke_off_has_no_counts()
    {
        Run(journal => journal.Record(FileTexts.Batch("1\n"), [Journals.Accepted(0, 1)]));

        using ImportJournal next = Open();
        Assert.Null(next.Totals);
    }

    [Fact]
    public void A_continued_run_adds_its_records_to_those_before()
    {
        ContactBatch batch = FileTexts.Batch("1\n2\n3\n");
        Run(journal => journal.Record(batch, [Journals.Accepted(0, 1)]));
        Run(journal => journal.Record(batch, [Journals.Accepted(1, 2)]));

        Assert.Equal(Journals.With("accepted 2 2", "accepted 3 4"), File.ReadAllText(_path));
    }

    [Fact]
    public void A_journal_can_be_closed_twice()
    {
        ImportJournal journal = Open();
        journal.Record(FileTexts.Batch("1\n"), [Journals.Accepted(0, 1)]);

        journal.Dispose();
        journal.Dispose();

        Assert.Equal([2], AcceptedLines());
    }

    [Fact]
    public void A_missing_argument_is_refused_and_nothing_is_written()
    {
        Assert.Throws<ArgumentNullException>(() => ImportJournal.Open(_path, null!));
        Assert.False(File.Exists(_path));
        Run(journal =>
        {
            Assert.Throws<ArgumentNullException>(() => journal.Record(null!, []));
            Assert.Throws<ArgumentNullException>(() => journal.Record(FileTexts.Batch("1\n"), null!));
            Assert.Throws<ArgumentNullException>(() => journal.End(null!));
        });
        Assert.Equal(Journals.Start, File.ReadAllText(_path));
    }

    [Fact]
    public void A_write_to_a_full_disk_leaves_nothing_behind_and_no_write_follows_it()
    {
        using SmallDisk disk = SmallDisk.Mount(pages: 1);
        string path = Path.Combine(disk.Path, "j");
        using (var journal = ImportJournal.Open(path, Journals.Subject))
        {
            long before = new FileInfo(path).Length;
            journal.Record(FileTexts.Batch("1\n"), [Journals.Accepted(0, 1)]);
            Assert.InRange(new FileInfo(path).Length, before + 1, before + 100);
            before = new FileInfo(path).Length;

            // The rows without a number between them make each row a record of its own, and 400 records do not fit.
            AssertUnwritable(path, () => journal.Record(FileTexts.Batch(string.Concat(Enumerable.Range(2, 400).Select(i => $"none\n{i}\n"))), [Journals.Accepted(0, 400)]));
            AssertUnwritable(path, () => journal.Record(FileTexts.Batch("999\n"), [Journals.Accepted(0, 1)]));
            disk.Grow(pages: 4);
            AssertUnwritable(path, () => journal.Record(FileTexts.Batch("999\n"), [Journals.Accepted(0, 1)]));
            AssertUnwritable(path, () => journal.End(new JournalTotals(1, 1, 0, 0)));

            // The batches that are not sent any more need no record.
            journal.Record(FileTexts.Batch("999\n"), [new(0, 1, ContactOutcome.NotSent, Answer: null)]);
            Assert.Equal(before, new FileInfo(path).Length);
        }

        using var again = ImportJournal.Open(path, Journals.Subject);
        Assert.True(again.IsAccepted(2));
        Assert.False(again.IsAccepted(3));
    }

    private static void AssertUnwritable(string path, Action write)
    {
        ContactsException error = Assert.Throws<ContactsException>(write);
        Assert.Equal(ErrorIds.JournalUnwritable, error.ErrorId);
        Assert.Equal(
            $"The journal '{path}' can't be written: {error.InnerException!.Message}. Correct the cause, and run the same command again.",
            error.Message);
    }

    private ImportJournal Open() => ImportJournal.Open(_path, Journals.Subject);

    private void Run(Action<ImportJournal> run)
    {
        using ImportJournal journal = Open();
        run(journal);
    }

    private List<int> AcceptedLines()
    {
        using ImportJournal journal = Open();
        return [.. Enumerable.Range(1, 20).Where(line => journal.IsAccepted(line))];
    }
}
