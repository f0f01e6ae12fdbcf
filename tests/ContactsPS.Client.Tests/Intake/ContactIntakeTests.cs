using System.Text;

namespace ContactsPS.Client.Tests;

public sealed class ContactIntakeTests
{
    [Fact]
    public void A_contact_begins_with_its_number_in_E164()
    {
        Assert.Equal(["Taken +33612345678"], Take(new IntakeOptions("FR"), "06 12 34 56 78"));
    }

    [Fact]
    public void A_missing_national_or_invalid_number_begins_no_contact()
    {
        Assert.Equal(
            ["Missing", "NoRegion", "Unreadable", "Taken +33612345678"],
            Take(new IntakeOptions(), " ", "06 12 34 56 78", "abc", "+33612345678"));
    }

    [Fact]
    public void Without_validation_numbers_are_trimmed_and_otherwise_unchanged()
    {
        Assert.Equal(
            ["Taken 06 12", "Taken abc", "Missing", "Taken +49123456789012345"],
            Take(new IntakeOptions(SkipValidation: true), " 06 12\t", "abc", " ", "+49123456789012345"));
    }

    [Fact]
    public void A_number_read_before_is_a_duplicate_in_any_format()
    {
        Assert.Equal(
            ["Taken +33612345678", "Duplicate", "Duplicate", "Taken +33612345679"],
            Take(new IntakeOptions("FR", SkipDuplicate: true), "+33612345678", "06 12 34 56 78", "0033612345678", "0612345679"));
    }

    [Fact]
    public void Duplicates_are_accepted_by_default()
    {
        Assert.Equal(["Taken +33612345678", "Taken +33612345678"], Take(new IntakeOptions(), "+33612345678", "+33612345678"));
    }

    [Fact]
    public void Without_validation_only_the_same_text_is_a_duplicate()
    {
        Assert.Equal(
            ["Taken 0612", "Taken 06 12", "Duplicate", "Taken +0612", "Taken +612", "Taken 612", "Duplicate", "Taken +"],
            Take(new IntakeOptions(SkipValidation: true, SkipDuplicate: true), "0612", "06 12", "0612 ", "+0612", "+612", "612", "+612", "+"));
    }

    [Fact]
    public void A_rejected_number_is_not_a_duplicate_later()
    {
        Assert.Equal(
            ["Unreadable", "Unreadable"],
            Take(new IntakeOptions("FR", SkipDuplicate: true), "abc", "abc"));
    }

    [Fact]
    public void Only_the_number_that_is_forgotten_is_no_duplicate_later()
    {
        AssertForgotten(new IntakeOptions("FR", SkipDuplicate: true), "0612345678", "0612345679");
        AssertForgotten(new IntakeOptions(SkipValidation: true, SkipDuplicate: true), "one", "two");
    }

    [Fact]
    public void Only_numbers_that_are_known_to_be_no_mobiles_are_refused_when_mobiles_are_required()
    {
        const string FixedLine = "01 23 45 67 89";
        const string TollFree = "0800 123 456";
        const string EitherKind = "+1 201 555 0123";

        Assert.Equal(
            ["NotMobile", "NotMobile", "Taken +33612345678", "Taken +12015550123", "Missing", "Unreadable"],
            Take(new IntakeOptions("FR", MobileOnly: true), FixedLine, TollFree, "0612345678", EitherKind, " ", "abc"));
        Assert.Equal(
            ["Taken +33123456789", "Taken +33800123456", "Taken +33612345678", "Taken +12015550123"],
            Take(new IntakeOptions("FR"), FixedLine, TollFree, "0612345678", EitherKind));
    }

    [Fact]
    public void A_fixed_line_is_known_as_one()
    {
        bool IsFixedLine(string number) => Open(new ContactIntake(new IntakeOptions("FR")), number).IsFixedLine;

        Assert.True(IsFixedLine("0123456789"));
        Assert.False(IsFixedLine("0612345678"));
        Assert.False(IsFixedLine("+12015550123"));
        Assert.False(IsFixedLine("abc"));
    }

    [Fact]
    public void A_number_is_taken_in_the_partition_that_owns_it_only()
    {
        // PartitionTests has the shares of these numbers.
        string[] numbers = ["+33612345678", "+33612345680", "+33612345678"];

        Assert.Equal(["OtherPartition", "Taken +33612345680", "OtherPartition"], Take(Of("1/2"), numbers));
        Assert.Equal(["Taken +33612345678", "OtherPartition", "Taken +33612345678"], Take(Of("2/2"), numbers));
        Assert.Equal(
            ["Taken +33612345678", "OtherPartition", "Duplicate"], Take(Of("2/2") with { SkipDuplicate = true }, numbers));
    }

    [Fact]
    public void A_row_without_a_valid_number_is_rejected_in_the_partition_of_its_line_only()
    {
        var first = new ContactIntake(Of("1/2"));
        var second = new ContactIntake(Of("2/2"));
        var problem = new ContactsException(ErrorIds.RowMalformed, "No.");

        Assert.Equal([IntakeKind.Rejected, IntakeKind.OtherPartition], new long[] { 2, 3 }.Select(line => Open(first, "abc", line).Kind));
        Assert.Equal([IntakeKind.OtherPartition, IntakeKind.Rejected], new long[] { 2, 3 }.Select(line => Open(second, "abc", line).Kind));
        Assert.Equal([IntakeKind.Rejected, IntakeKind.OtherPartition], new long[] { 2, 3 }.Select(line => first.Reject(problem, line).Kind));
        Assert.Same(problem, second.Reject(problem, line: 3).Problem);
    }

    [Fact]
    public void A_contact_without_a_line_and_a_valid_number_is_rejected_in_each_partition()
    {
        var problem = new ContactsException(ErrorIds.RowMalformed, "No.");

        foreach (string partition in (string[])["1/2", "2/2"])
        {
            var intake = new ContactIntake(Of(partition));
            Assert.Equal(IntakeKind.Rejected, Open(intake, "abc").Kind);
            Assert.Same(problem, intake.Reject(problem, ContactIntake.NoLine).Problem);
        }
    }

    [Fact]
    public void A_contact_is_rejected_without_a_partition()
    {
        var problem = new ContactsException(ErrorIds.RowMalformed, "No.");

        Assert.Same(problem, new ContactIntake(new IntakeOptions()).Reject(problem, line: 2).Problem);
    }

    [Fact]
    public void A_missing_argument_is_refused()
    {
        var intake = new ContactIntake(new IntakeOptions());

        Assert.Throws<ArgumentNullException>(() => new ContactIntake(null!));
        Assert.Throws<ArgumentNullException>(() => intake.WithJournal(null!));
        Assert.Throws<ArgumentNullException>(() => intake.Open(null!, "+33612345678", ContactIntake.NoLine));
        Assert.Throws<ArgumentNullException>(() => intake.Open(null!, "+33612345678"u8, ContactIntake.NoLine));
        Assert.Throws<ArgumentNullException>(() => intake.Forget(null!, 0));
        Assert.Throws<ArgumentNullException>(() => IntakeOutcome.Rejected(null!));
    }

    private static IntakeOptions Of(string partition) => new("FR", Partition: Partition.Parse(partition));

    private static void AssertForgotten(IntakeOptions options, string forgotten, string kept)
    {
        var intake = new ContactIntake(options);
        var batch = new ContactBatch(new CreateContactsRequest(), capacity: 3);
        foreach (string number in (string[])[kept, forgotten])
        {
            Assert.Equal(IntakeKind.Taken, intake.Open(batch, number, ContactIntake.NoLine).Kind);
            batch.Commit();
        }

        intake.Forget(batch, 1);

        Assert.Equal(IntakeKind.Duplicate, intake.Open(batch, kept, ContactIntake.NoLine).Kind);
        Assert.Equal(IntakeKind.Taken, intake.Open(batch, forgotten, ContactIntake.NoLine).Kind);
    }

    private static IntakeOutcome Open(ContactIntake intake, string number, long line = ContactIntake.NoLine) =>
        intake.Open(new ContactBatch(new CreateContactsRequest(), capacity: 1), number, line);

    /// <summary>Takes numbers as text and as UTF-8, which must have the same outcomes.</summary>
    private static List<string> Take(IntakeOptions options, params string[] numbers)
    {
        List<string> taken = Take(options, (intake, batch, number) => intake.Open(batch, number, ContactIntake.NoLine), numbers);
        Assert.Equal(
            taken, Take(options, (intake, batch, number) => intake.Open(batch, Encoding.UTF8.GetBytes(number), ContactIntake.NoLine), numbers));
        return taken;
    }

    private static List<string> Take(IntakeOptions options, Func<ContactIntake, ContactBatch, string, IntakeOutcome> open, string[] numbers)
    {
        var intake = new ContactIntake(options);
        var batch = new ContactBatch(new CreateContactsRequest(), capacity: numbers.Length);
        List<string> taken = [];
        foreach (string number in numbers)
        {
            IntakeOutcome outcome = open(intake, batch, number);
            if (outcome.Kind == IntakeKind.Taken)
            {
                batch.Commit();
                taken.Add($"Taken {batch.GetContact(batch.Count - 1).PhoneNumber}");
            }
            else
            {
                taken.Add(outcome.Problem is PhoneNumberException problem ? $"{problem.Status}" : $"{outcome.Kind}");
            }
        }

        return taken;
    }
}
