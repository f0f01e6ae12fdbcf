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

    private static List<string> Take(IntakeOptions options, params string[] numbers)
    {
        var intake = new ContactIntake(options);
        var batch = new ContactBatch(new CreateContactsRequest(), capacity: numbers.Length);
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
