namespace ContactsPS.Client.Tests;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("0612345678")]
    [InlineData("06 12 34 56 78")]
    [InlineData("06.12.34.56.78")]
    [InlineData("06-12-34-56-78")]
    [InlineData("06/12/34/56/78")]
    [InlineData("(06) 12 34 56 78")]
    [InlineData("06\u00A012\u00A034\u00A056\u00A078")]
    [InlineData("06\u202F12\u202F34\u202F56\u202F78")]
    [InlineData("\u202A06 12 34 56 78\u202C")]
    [InlineData("\t 06 12 34 56 78 \r\n")]
    [InlineData("612345678")]
    [InlineData("+33612345678")]
    [InlineData("33612345678")]
    [InlineData("0033612345678")]
    [InlineData("00 33 (0)6 12 34 56 78")]
    [InlineData("+33 (0)6 12 34 56 78")]
    [InlineData("+33 6 12 34 56 78")]
    [InlineData("06 12 34 56 78 ext. 5")]
    public void A_French_number_is_read_in_any_format_with_region_FR(string text)
    {
        Assert.Equal("Ok +33612345678", Normalize("FR", text));
    }

    [Theory]
    [InlineData("+33612345678", "+33612345678")]
    [InlineData("+33 6 12.34-56(78)", "+33612345678")]
    [InlineData("+33\u00A06\u00A012345678", "+33612345678")]
    [InlineData("+330612345678", "+33612345678")]
    [InlineData("+33 (0)6 12 34 56 78", "+33612345678")]
    [InlineData("0033612345678", "+33612345678")]
    [InlineData("00330612345678", "+33612345678")]
    [InlineData("+１２０１５５５０１２３", "+12015550123")]
    [InlineData("+1 (201) 555-0123", "+12015550123")]
    [InlineData("0044 20 7946 0018", "+442079460018")]
    [InlineData("+44 (0)20 7946 0018", "+442079460018")]
    [InlineData("+39 06 1234 5678", "+390612345678")]
    [InlineData("+49 30 123456", "+4930123456")]
    [InlineData("+81 90 1234 5678", "+819012345678")]
    [InlineData("+800 1234 5678", "+80012345678")]
    public void An_international_number_needs_no_region(string text, string e164)
    {
        Assert.Equal($"Ok {e164}", Normalize(null, text));
        Assert.Equal($"Ok {e164}", Normalize("FR", text));
    }

    [Theory]
    [InlineData("33612345678.0", "+33612345678")]
    [InlineData("33612345678.00", "+33612345678")]
    [InlineData("33612345678,0", "+33612345678")]
    [InlineData("+33612345678.0", "+33612345678")]
    [InlineData("0612345678.0", "+33612345678")]
    [InlineData("06.12.34.56.00", "+33612345600")]
    public void The_decimals_of_a_spreadsheet_number_are_dropped(string text, string e164)
    {
        Assert.Equal($"Ok {e164}", Normalize("FR", text));
    }

    [Theory]
    [InlineData("3.3612345678E+10")]
    [InlineData("3,36E+10")]
    [InlineData("49170123.E5")]
    [InlineData("4E11")]
    [InlineData("+4.9170E11")]
    public void A_number_in_scientific_notation_is_invalid(string text)
    {
        Assert.Equal("Invalid ", Normalize("DE", text));
        Assert.Equal("Invalid ", Normalize(null, text));
    }

    [Theory]
    [InlineData("US", "201-555-0123", "+12015550123")]
    [InlineData("us", "(201) 555-0123", "+12015550123")]
    [InlineData("GB", "020 7946 0018", "+442079460018")]
    [InlineData("IT", "06 1234 5678", "+390612345678")]
    [InlineData("RE", "0692 12 34 56", "+262692123456")]
    public void A_national_number_belongs_to_the_default_region(string region, string text, string e164)
    {
        Assert.Equal($"Ok {e164}", Normalize(region, text));
    }

    [Theory]
    [InlineData("+3361234567")]
    [InlineData("+336123456789")]
    [InlineData("06 12 34 56")]
    [InlineData("06 12 34 56 7")]
    [InlineData("+33")]
    [InlineData("+")]
    [InlineData("00")]
    [InlineData("0")]
    [InlineData("+999123456789")]
    [InlineData("+033612345678")]
    [InlineData("00033612345678")]
    [InlineData("+0")]
    [InlineData("abc")]
    [InlineData("n/a")]
    [InlineData("06 12 34 56 78 / 06 98 76 54 32")]
    [InlineData("zoe@example.com")]
    [InlineData("+336123456786123456786123456786123456786123456786")]
    public void A_text_that_cannot_be_a_phone_number_is_invalid(string text)
    {
        Assert.Equal("Invalid ", Normalize("FR", text));
    }

    [Fact]
    public void A_very_long_text_is_invalid()
    {
        Assert.Equal("Invalid ", Normalize("FR", new string('1', 100_000)));
        Assert.Equal("Invalid ", Normalize("FR", "+33" + new string(' ', 100_000) + "x"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u00A0\t\r\n")]
    public void A_blank_text_is_a_missing_number(string text)
    {
        Assert.Equal("Missing ", Normalize("FR", text));
        Assert.Equal("Missing ", Normalize(null, text));
    }

    [Theory]
    [InlineData("06 12 34 56 78")]
    [InlineData("612345678")]
    [InlineData("33612345678")]
    public void A_national_number_without_a_region_is_reported_as_NoRegion(string text)
    {
        Assert.Equal("NoRegion ", Normalize(null, text));
    }

    [Fact]
    public void Letters_are_invalid_without_a_region()
    {
        Assert.Equal("Invalid ", Normalize(null, "abc"));
    }

    // libphonenumber accepts national numbers of up to 17 digits (15 in Germany), but E.164 allows 15 digits including the
    // country code. A longer number cannot be sent, and must not end the run.
    [Theory]
    [InlineData(null, "+49 123456789012345")]
    [InlineData("DE", "0123456789012345")]
    [InlineData(null, "+62 12345678901234567")]
    public void A_number_longer_than_E164_allows_is_invalid(string? region, string text)
    {
        Assert.Equal("Invalid ", Normalize(region, text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("XX")]
    [InlineData("FRA")]
    [InlineData("33")]
    [InlineData("001")]
    [InlineData("France")]
    public void An_unknown_region_is_refused(string region)
    {
        ContactsException error = Assert.Throws<ContactsException>(() => new PhoneNumberNormalizer(region));

        Assert.Equal(ErrorIds.DefaultRegionInvalid, error.ErrorId);
        Assert.Contains($"'{region}'", error.Message, StringComparison.Ordinal);
    }

    private static string Normalize(string? region, string text)
    {
        Span<char> number = stackalloc char[PhoneNumberNormalizer.MaximumLength];
        PhoneNumberStatus status = new PhoneNumberNormalizer(region).Normalize(text, number, out int length);
        return $"{status} {number[..length]}";
    }
}
