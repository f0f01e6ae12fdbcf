namespace ContactsPS.Client.Tests;

public sealed class PhoneNumberIntakeTests
{
    [Fact]
    public void A_contact_is_opened_with_its_number_in_E164()
    {
        Assert.Equal(["Opened +33612345678"], Take(new PhoneNumberOptions("FR"), "06 12 34 56 78"));
    }

    [Fact]
    public void A_number_that_is_missing_national_or_invalid_opens_nothing()
    {
        Assert.Equal(
            ["PhoneNumberMissing", "PhoneNumberNational", "PhoneNumberInvalid", "Opened +33612345678"],
            Take(new PhoneNumberOptions(), " ", "06 12 34 56 78", "abc", "+33612345678"));
    }

    [Fact]
    public void Without_validation_numbers_go_out_as_they_are_written_blanks_around_them_aside()
    {
        Assert.Equal(
            ["Opened 06 12", "Opened abc", "PhoneNumberMissing", "Opened +49123456789012345"],
            Take(new PhoneNumberOptions(SkipValidation: true), " 06 12\t", "abc", " ", "+49123456789012345"));
    }

    [Fact]
    public void A_number_that_was_read_before_is_a_duplicate_however_it_is_written()
    {
        Assert.Equal(
            ["Opened +33612345678", "Duplicate", "Duplicate", "Opened +33612345679"],
            Take(new PhoneNumberOptions("FR", SkipDuplicate: true), "+33612345678", "06 12 34 56 78", "0033612345678", "0612345679"));
    }

    [Fact]
    public void Duplicates_are_kept_unless_they_are_to_be_left_out()
    {
        Assert.Equal(["Opened +33612345678", "Opened +33612345678"], Take(new PhoneNumberOptions(), "+33612345678", "+33612345678"));
    }

    [Fact]
    public void Without_validation_only_the_same_writing_is_a_duplicate()
    {
        Assert.Equal(
            ["Opened 0612", "Opened 06 12", "Duplicate", "Opened +0612", "Opened +612", "Opened 612", "Duplicate", "Opened +"],
            Take(new PhoneNumberOptions(SkipValidation: true, SkipDuplicate: true), "0612", "06 12", "0612 ", "+0612", "+612", "612", "+612", "+"));
    }

    [Fact]
    public void A_number_that_was_refused_is_not_remembered()
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
