namespace ContactsPS.Client.Tests;

public sealed class PhoneNumberIntakeTests
{
    [Fact]
    public void A_contact_begins_with_its_number_in_E164()
    {
        Assert.Equal(["Opened +33612345678"], Take(new PhoneNumberOptions("FR"), "06 12 34 56 78"));
    }

    [Fact]
    public void A_missing_national_or_invalid_number_begins_no_contact()
    {
        Assert.Equal(
            ["PhoneNumberMissing", "PhoneNumberNational", "PhoneNumberInvalid", "Opened +33612345678"],
            Take(new PhoneNumberOptions(), " ", "06 12 34 56 78", "abc", "+33612345678"));
    }

    [Fact]
    public void Without_validation_numbers_are_trimmed_and_otherwise_unchanged()
    {
        Assert.Equal(
            ["Opened 06 12", "Opened abc", "PhoneNumberMissing", "Opened +49123456789012345"],
            Take(new PhoneNumberOptions(SkipValidation: true), " 06 12\t", "abc", " ", "+49123456789012345"));
    }

    [Fact]
    public void A_number_read_before_is_a_duplicate_in_any_format()
    {
        Assert.Equal(
            ["Opened +33612345678", "Duplicate", "Duplicate", "Opened +33612345679"],
            Take(new PhoneNumberOptions("FR", SkipDuplicate: true), "+33612345678", "06 12 34 56 78", "0033612345678", "0612345679"));
    }

    [Fact]
    public void Duplicates_are_accepted_by_default()
    {
        Assert.Equal(["Opened +33612345678", "Opened +33612345678"], Take(new PhoneNumberOptions(), "+33612345678", "+33612345678"));
    }

    [Fact]
    public void Without_validation_only_the_same_text_is_a_duplicate()
    {
        Assert.Equal(
            ["Opened 0612", "Opened 06 12", "Duplicate", "Opened +0612", "Opened +612", "Opened 612", "Duplicate", "Opened +"],
            Take(new PhoneNumberOptions(SkipValidation: true, SkipDuplicate: true), "0612", "06 12", "0612 ", "+0612", "+612", "612", "+612", "+"));
    }

    [Fact]
    public void A_rejected_number_is_not_a_duplicate_later()
    {
        Assert.Equal(
            ["PhoneNumberInvalid", "PhoneNumberInvalid"],
            Take(new PhoneNumberOptions("FR", SkipDuplicate: true), "abc", "abc"));
    }

    private static List<string> Take(PhoneNumberOptions options, params string[] numbers)
    {
        var intake = new PhoneNumberIntake(options);
        var batch = new ContactBatch(new CreateContactsOptions(), capacity: numbers.Length);
        List<string> taken = [];
        foreach (string number in numbers)
        {
            IntakeStatus status = intake.Begin(batch, number);
            if (status == IntakeStatus.Opened)
            {
                batch.Commit();
                taken.Add($"{status} {batch.GetContact(batch.Count - 1).PhoneNumber}");
            }
            else
            {
                taken.Add(status.ToString());
            }
        }

        return taken;
    }
}
