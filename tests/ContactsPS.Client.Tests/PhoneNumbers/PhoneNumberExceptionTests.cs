namespace ContactsPS.Client.Tests;

/// <summary>What a user reads about a number that is not sent.</summary>
public sealed class PhoneNumberExceptionTests
{
    [Theory]
    [InlineData(PhoneNumberStatus.Missing, "PhoneNumberMissing", "The contact has no phone number.")]
    [InlineData(PhoneNumberStatus.Several, "PhoneNumberInvalid", "'0612' is more than one phone number. Keep one, or give each one a row of its own.")]
    [InlineData(PhoneNumberStatus.Unreadable, "PhoneNumberInvalid", "'0612' has letters or signs that are not known, or that are in the place of a digit.")]
    [InlineData(
        PhoneNumberStatus.Calculated,
        "PhoneNumberInvalid",
        "'0612' is a number with decimals or an exponent: a spreadsheet changed it, and digits may be lost. Format the column as text, enter the number again, and export the file again.")]
    [InlineData(
        PhoneNumberStatus.Date,
        "PhoneNumberInvalid",
        "'0612' is a date or a time. If a spreadsheet made it of a phone number, format the column as text, enter the number again, and export the file again.")]
    [InlineData(
        PhoneNumberStatus.Ambiguous,
        "PhoneNumberInvalid",
        "'0612' can be read as two phone numbers, with a country code and without one. Write it with a plus and the country code, as +33….")]
    [InlineData(
        PhoneNumberStatus.NotMobile,
        "PhoneNumberNotMobile",
        "'0612' is not the number of a mobile: it is one of a fixed line, or of a service such as toll-free numbers.")]
    [InlineData(
        PhoneNumberStatus.Invalid,
        "PhoneNumberInvalid",
        "'0612' is not a phone number: there are too few or too many digits, or the country has no such numbers.")]
    [InlineData(PhoneNumberStatus.NoRegion, "PhoneNumberInvalid", "'0612' is a national number, and its country isn't known.")]
    public void The_message_says_what_is_wrong_with_the_number(PhoneNumberStatus status, string errorId, string message)
    {
        var error = new PhoneNumberException(status, "0612");

        Assert.Equal((status, errorId, message), (error.Status, error.ErrorId, error.Message));
    }

    [Theory]
    [InlineData("33612345678", "'33612345678' looks like the international number +33612345678 without its plus sign. If it is a national number, its country isn't known.")]
    [InlineData(" 33 612345678", "' 33 612345678' looks like the international number +33612345678 without its plus sign. If it is a national number, its country isn't known.")]
    [InlineData("33700123456", "'33700123456' is a national number, and its country isn't known.")]
    [InlineData("0612345678", "'0612345678' is a national number, and its country isn't known.")]
    public void A_number_that_lost_its_plus_is_shown_with_it_where_it_is_valid(string text, string message)
    {
        Assert.Equal(message, new PhoneNumberException(PhoneNumberStatus.NoRegion, text).Message);
    }
}
