namespace ContactsPS.Client.Tests;

public sealed class ContactIntakeTests
{
    [Fact]
    public void A_contact_is_opened_with_its_number_in_E164()
    {
        Assert.Equal(["Taken +33612345678"], Take(new IntakeOptions("FR"), "06 12 34 56 78"));
    }

    [Fact]
    public void A_number_that_is_missing_national_or_invalid_opens_nothing()
    {
        Assert.Equal(
            ["Missing", "NoRegion", "Invalid", "Taken +33612345678"],
            Take(new IntakeOptions(), " ", "06 12 34 56 78", "abc", "+33612345678"));
    }

    [Fact]
    public void Without_validation_numbers_go_out_as_they_are_written_blanks_around_them_aside()
    {
        Assert.Equal(
            ["Taken 06 12", "Taken abc", "Missing", "Taken +49123456789012345"],
            Take(new IntakeOptions(SkipValidation: true), " 06 12\t", "abc", " ", "+49123456789012345"));
    }

    [Fact]
    public void A_number_that_was_read_before_is_a_duplicate_however_it_is_written()
    {
        Assert.Equal(
            ["Taken +33612345678", "Duplicate", "Duplicate", "Taken +33612345679"],
            Take(new IntakeOptions("FR", SkipDuplicate: true), "+33612345678", "06 12 34 56 78", "0033612345678", "0612345679"));
    }

    [Fact]
    public void Duplicates_are_kept_unless_they_are_to_be_left_out()
    {
        Assert.Equal(["Taken +33612345678", "Taken +33612345678"], Take(new IntakeOptions(), "+33612345678", "+33612345678"));
    }

    [Fact]
    public void Without_validation_only_the_same_writing_is_a_duplicate()
    {
        Assert.Equal(
            ["Taken 0612", "Taken 06 12", "Duplicate", "Taken +0612", "Taken +612", "Taken 612", "Duplicate", "Taken +"],
            Take(new IntakeOptions(SkipValidation: true, SkipDuplicate: true), "0612", "06 12", "0612 ", "+0612", "+612", "612", "+612", "+"));
    }

    [Fact]
    public void A_number_that_was_refused_is_not_remembered()
    {
        Assert.Equal(
            ["Invalid", "Invalid"],
            Take(new IntakeOptions("FR", SkipDuplicate: true), "abc", "abc"));
    }

    private static List<string> Take(IntakeOptions options, params string[] numbers)
    {
        var intake = new ContactIntake(options);
        var batch = new ContactBatch(new CreateContactsOptions(), capacity: numbers.Length);
        List<string> taken = [];
        foreach (string number in numbers)
        {
            IntakeOutcome outcome = intake.Open(batch, number, ContactIntake.NoLine);
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
