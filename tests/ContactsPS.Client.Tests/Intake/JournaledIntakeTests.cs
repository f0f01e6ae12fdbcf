using System.Text;

namespace ContactsPS.Client.Tests;

/// <summary>What becomes of the rows of a file that an earlier run sent in part, according to its journal.</summary>
public sealed class JournaledIntakeTests : IDisposable
{
    /// <summary>The line of a row that the service acknowledged in the earlier run.</summary>
    private const long Accepted = 2;

    /// <summary>The line of a row that the service refused.</summary>
    private const long Refused = 3;

    /// <summary>A line that the journal says nothing about.</summary>
    private const long Unknown = 4;

    private readonly TemporaryFolder _folder = new();
    private readonly ImportJournal _journal;
    private readonly ContactBatch _batch = new(new CreateContactsRequest(), capacity: 10);

    public JournaledIntakeTests()
    {
        string path = _folder.Find("j");
        using (var earlier = ImportJournal.Open(path, Journals.Subject))
        {
            earlier.Record(
                FileTexts.Batch("1\n2\n"), [Journals.Accepted(0, 1), Journals.Rejected(1, Journals.Refusal(150, "No country."))]);
        }

        _journal = ImportJournal.Open(path, Journals.Subject);
    }

    public void Dispose()
    {
        _journal.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Only_rows_that_have_no_outcome_are_sent()
    {
        ContactIntake intake = Intake(new IntakeOptions("FR"));

        Assert.Equal(IntakeKind.AcceptedBefore, Open(intake, "0612345671", Accepted).Kind);
        AssertRefused(Open(intake, "0612345672", Refused));
        Assert.Equal(IntakeKind.Taken, Open(intake, "0612345673", Unknown).Kind);
        Assert.Equal(["+33612345673"], Sent());
    }

    [Fact]
    public void Numbers_that_are_not_checked_have_their_outcome_too()
    {
        ContactIntake intake = Intake(new IntakeOptions(SkipValidation: true, SkipDuplicate: true));

        Assert.Equal(IntakeKind.AcceptedBefore, Open(intake, "one", Accepted).Kind);
        AssertRefused(Open(intake, "two", Refused));
        Assert.Equal(
            [IntakeKind.Duplicate, IntakeKind.Taken], new[] { "one", "two" }.Select(number => Open(intake, number, Unknown).Kind));
    }

    [Fact]
    public void A_row_after_an_accepted_one_with_its_number_is_a_duplicate_and_after_a_refused_one_is_not()
    {
        ContactIntake intake = Intake(new IntakeOptions("FR", SkipDuplicate: true));

        Assert.Equal(IntakeKind.AcceptedBefore, Open(intake, "0612345671", Accepted).Kind);
        AssertRefused(Open(intake, "0612345672", Refused));
        Assert.Equal(IntakeKind.Duplicate, Open(intake, "0612345671", Unknown).Kind);
        Assert.Equal(IntakeKind.Taken, Open(intake, "0612345672", Unknown).Kind);
    }

    [Fact]
    public void A_file_with_a_journal_has_the_duplicates_of_the_files_before_it()
    {
        var run = new ContactIntake(new IntakeOptions("FR", SkipDuplicate: true));
        Open(run, "0612345671", line: 2);

        ContactIntake intake = run.WithJournal(_journal);

        Assert.Equal(IntakeKind.Duplicate, Open(intake, "0612345671", Unknown).Kind);
        Open(intake, "0612345672", Unknown);
        Assert.Equal(IntakeKind.Duplicate, Open(run, "0612345672", line: 2).Kind);
    }

    [Fact]
    public void A_file_with_a_journal_has_the_options_of_the_run()
    {
        string excluded = _folder.Write("excluded.txt", "+33612345671\n");
        var numbers = new ExcludedNumbers();
        numbers.Add(excluded, CancellationToken.None);

        ContactIntake intake = Intake(new IntakeOptions("FR", Excluded: numbers, MobileOnly: true, Partition: Partition.Parse("1/1")));

        Assert.Equal(IntakeKind.Excluded, Open(intake, "0612345671", Unknown).Kind);
        Assert.Equal(ErrorIds.PhoneNumberNotMobile, Open(intake, "0123456789", Unknown).Problem?.ErrorId);
        Assert.Equal(
            [IntakeKind.OtherPartition, IntakeKind.Taken],
            new[] { "+33612345678", "+33612345680" }.Select(number => Open(Intake(new IntakeOptions(Partition: Partition.Parse("1/2"))), number, Unknown).Kind));
    }

    [Fact]
    public void A_row_whose_fields_can_not_be_computed_any_more_has_its_outcome_of_before()
    {
        var problem = new ContactsException("PropertyMapFailed", "No.");
        ContactIntake intake = Intake(new IntakeOptions("FR", SkipDuplicate: true));

        Assert.Equal(IntakeKind.AcceptedBefore, intake.RejectUnlessKnown(problem, "0612345671", Accepted).Kind);
        AssertRefused(intake.RejectUnlessKnown(problem, "0612345672", Refused));
        Assert.Same(problem, intake.RejectUnlessKnown(problem, "0612345673", Unknown).Problem);
        Assert.Equal(
            [IntakeKind.Duplicate, IntakeKind.Taken, IntakeKind.Taken],
            new[] { "0612345671", "0612345672", "0612345673" }.Select(number => Open(intake, number, Unknown).Kind));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("abc", true)]
    [InlineData("0612345671", false)]
    public void A_number_that_can_not_be_remembered_changes_nothing(string? phoneNumber, bool skipsDuplicates)
    {
        var problem = new ContactsException("PropertyMapFailed", "No.");
        ContactIntake intake = Intake(new IntakeOptions("FR", SkipDuplicate: skipsDuplicates));

        Assert.Equal(IntakeKind.AcceptedBefore, intake.RejectUnlessKnown(problem, phoneNumber, Accepted).Kind);
        Assert.Equal(IntakeKind.Taken, Open(intake, "0612345671", Unknown).Kind);
    }

    [Fact]
    public void A_row_whose_fields_can_not_be_computed_is_rejected_without_a_journal()
    {
        var problem = new ContactsException("PropertyMapFailed", "No.");
        var intake = new ContactIntake(new IntakeOptions("FR", Partition: Partition.Parse("1/2")));

        Assert.Same(problem, intake.RejectUnlessKnown(problem, "0612345671", line: 2).Problem);
        Assert.Equal(IntakeKind.OtherPartition, intake.RejectUnlessKnown(problem, "0612345671", line: 3).Kind);
    }

    private static void AssertRefused(IntakeOutcome outcome)
    {
        Assert.Equal(IntakeKind.Rejected, outcome.Kind);
        Assert.Equal("The service refused this contact: HTTP 400, code 150: No country.", Assert.IsType<ServiceException>(outcome.Problem).Message);
    }

    private ContactIntake Intake(IntakeOptions options) => new ContactIntake(options).WithJournal(_journal);

    private IntakeOutcome Open(ContactIntake intake, string number, long line)
    {
        IntakeOutcome outcome = intake.Open(_batch, Encoding.UTF8.GetBytes(number), line);
        if (outcome.Kind == IntakeKind.Taken)
        {
            _batch.Commit();
        }

        return outcome;
    }

    private IEnumerable<string?> Sent() => Enumerable.Range(0, _batch.Count).Select(i => _batch.GetContact(i).PhoneNumber);
}
