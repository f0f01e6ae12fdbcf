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
    public void A_french_number_is_understood_in_any_writing_where_the_region_is_france(string text)
    {
        Assert.Equal("Ok +33612345678", Numbers.Describe("FR", text));
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
        Assert.Equal($"Ok {e164}", Numbers.Describe(null, text));
        Assert.Equal($"Ok {e164}", Numbers.Describe("FR", text));
    }

    [Theory]
    [InlineData("33612345678.0", "+33612345678")]
    [InlineData("33612345678.00", "+33612345678")]
    [InlineData("33612345678,0", "+33612345678")]
    [InlineData("+33612345678.0", "+33612345678")]
    [InlineData("0612345678.0", "+33612345678")]
    [InlineData("06.12.34.56.00", "+33612345600")]
    public void The_decimals_of_what_was_a_number_are_no_digits(string text, string e164)
    {
        Assert.Equal($"Ok {e164}", Numbers.Describe("FR", text));
    }

    [Theory]
    [InlineData("3.3612345678E+10")]
    [InlineData("3,36E+10")]
    [InlineData("49170123.E5")]
    [InlineData("4E11")]
    [InlineData("+4.9170E11")]
    public void What_scientific_notation_left_of_a_number_is_none(string text)
    {
        Assert.Equal("Calculated ", Numbers.Describe("DE", text));
        Assert.Equal("Calculated ", Numbers.Describe(null, text));
    }

    [Theory]
    [InlineData("US", "201-555-0123", "+12015550123")]
    [InlineData("us", "(201) 555-0123", "+12015550123")]
    [InlineData("GB", "020 7946 0018", "+442079460018")]
    [InlineData("IT", "06 1234 5678", "+390612345678")]
    [InlineData("RE", "0692 12 34 56", "+262692123456")]
    [InlineData("BY", "8 029 491-19-11", "+375294911911")]
    public void A_national_number_belongs_to_the_default_region(string region, string text, string e164)
    {
        Assert.Equal($"Ok {e164}", Numbers.Describe(region, text));
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
    [InlineData("+336123456786123456786123456786123456786123456786")]
    public void What_can_not_be_a_number_is_invalid(string text)
    {
        Assert.Equal("Invalid ", Numbers.Describe("FR", text));
    }

    [Fact]
    public void A_very_long_text_is_invalid()
    {
        Assert.Equal("Invalid ", Numbers.Describe("FR", new string('1', 100_000)));
        Assert.Equal("Invalid ", Numbers.Describe("FR", "+33" + new string('-', 100_000) + "x"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u00A0\t\r\n")]
    public void A_blank_text_is_a_missing_number(string text)
    {
        Assert.Equal("Missing ", Numbers.Describe("FR", text));
        Assert.Equal("Missing ", Numbers.Describe(null, text));
    }

    [Theory]
    [InlineData("06 12 34 56 78")]
    [InlineData("612345678")]
    [InlineData("33612345678")]
    public void A_national_number_without_a_region_says_that_the_region_is_what_lacks(string text)
    {
        Assert.Equal("NoRegion ", Numbers.Describe(null, text));
    }

    // libphonenumber knows national numbers of up to 17 digits (Germany's have 15), and E.164 none of more than 15 with
    // the country code: what doesn't fit can't be sent, and must not end the run either.
    [Theory]
    [InlineData(null, "+49 123456789012345")]
    [InlineData("DE", "0123456789012345")]
    [InlineData(null, "+62 12345678901234567")]
    public void A_number_that_is_longer_than_E164_allows_is_invalid(string? region, string text)
    {
        Assert.Equal("Invalid ", Numbers.Describe(region, text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("XX")]
    [InlineData("FRA")]
    [InlineData("33")]
    [InlineData("001")]
    [InlineData("France")]
    public void A_region_that_is_not_one_is_refused(string region)
    {
        ContactsException error = Assert.Throws<ContactsException>(() => new PhoneNumberNormalizer(region));

        Assert.Equal(ErrorIds.DefaultRegionInvalid, error.ErrorId);
        Assert.Contains($"'{region}'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FR", "0692 12 34 56", "+262692123456")]
    [InlineData("FR", "692123456", "+262692123456")]
    [InlineData("RE", "06 12 34 56 78", "+33612345678")]
    [InlineData("RE", "0690 00 12 34", "+590690001234")]
    [InlineData("MF", "0692 12 34 56", "+262692123456")]
    [InlineData("YT", "0692 12 34 56", "+262692123456")]
    [InlineData("FR", "0269 61 23 45", "+262269612345")]
    [InlineData("FR", "02 63 12 34 56", "+262263123456")]
    [InlineData("FR", "0596 30 12 34", "+596596301234")]
    [InlineData("FR", "0709 12 34 56", "+596709123456")]
    [InlineData("FR", "0639 69 12 34", "+262639691234")]
    [InlineData("FR", "0687 12 34 56", "+33687123456")]
    [InlineData("FR", "0508 41 12 34", "+508411234")]
    [InlineData("FR", "0508.41.12.34", "+508411234")]
    [InlineData("FR", "508411234", "+508411234")]
    [InlineData("RE", "0508 41 12 34", "+508411234")]
    [InlineData("PM", "0508 41 12 34", "+508411234")]
    [InlineData("PM", "41 12 34", "+508411234")]
    [InlineData("FR", "0800 12 34 56", "+33800123456")]
    [InlineData("FR", "01 42 34 56 78", "+33142345678")]
    [InlineData("FR", "06 39 98 12 34", "+33639981234")]
    public void A_national_number_may_be_of_a_country_that_shares_the_national_plan(string region, string text, string e164)
    {
        Assert.Equal($"Ok {e164}", Numbers.Describe(region, text));
    }

    // No French number begins like this, and no other country's block is known: it would be nobody's number. libphonenumber
    // calls some of them valid in France.
    [Theory]
    [InlineData("FR", "0693 98 12 34")]
    [InlineData("FR", "0269 99 12 34")]
    [InlineData("FR", "0508 11 12 34")]
    [InlineData("FR", "+33 692 12 34 56")]
    [InlineData("FR", "+33 269 61 23 45")]
    [InlineData("FR", "+33 508 41 12 34")]
    [InlineData(null, "0033 596 30 12 34")]
    [InlineData("FR", "33508411234")]
    [InlineData("RE", "07 00 12 34 56")]
    public void A_number_that_the_shared_plan_gives_to_another_country_is_invalid(string? region, string text)
    {
        Assert.Equal("Invalid ", Numbers.Describe(region, text));
    }

    [Theory]
    [InlineData("FR", "07 00 12 34 56", "+33700123456")]
    [InlineData("FR", "700123456", "+33700123456")]
    [InlineData("FR", "33700123456", "+33700123456")]
    [InlineData("US", "(999) 555-0123", "+19995550123")]
    [InlineData(null, "+49 151 2312503", "+491512312503")]
    [InlineData("DE", "0151 2312503", "+491512312503")]
    public void A_number_that_is_only_possible_is_taken_because_it_may_be_of_a_new_range(string? region, string text, string e164)
    {
        Assert.Equal($"Ok {e164}", Numbers.Describe(region, text));
    }

    [Theory]
    [InlineData("DE", "112")]
    [InlineData("DE", "1512312503")]
    [InlineData("DE", "0115")]
    [InlineData("US", "1234567890")]
    [InlineData("LU", "112")]
    [InlineData("IT", "0347 1234569")]
    [InlineData(null, "+39 6 5685 1242")]
    [InlineData(null, "+48 022 512 30 40")]
    [InlineData(null, "+33000000000")]
    [InlineData("FR", "07.00,12 34 56")]
    [InlineData("BR", "011 8123-4567")]
    [InlineData(null, "+55 11 8123-4567")]
    [InlineData("JP", "06-1234-5678-9")]
    [InlineData("IT", "393 12345678")]
    public void A_number_that_is_only_possible_is_invalid_where_something_speaks_against_it(string? region, string text)
    {
        Assert.Equal("Invalid ", Numbers.Describe(region, text));
    }

    [Theory]
    [InlineData("+48 (0) 22 512 30 40", "+48225123040")]
    [InlineData("+39 (0)6 5685 1242", "+390656851242")]
    [InlineData("+39 (0)347 1234567", "+393471234567")]
    [InlineData("+225 (0)1 23 45 67 89", "+2250123456789")]
    [InlineData("+36 (06) 20 123 4567", "+36201234567")]
    [InlineData("+7 (8) 912 345-67-89", "+79123456789")]
    [InlineData("+370 (8) 612 34567", "+37061234567")]
    [InlineData("+375 (0)29 491-19-11", "+375294911911")]
    [InlineData("(+39) (0)347 1234567", "+393471234567")]
    [InlineData("(0048) (0)22 512 30 40", "+48225123040")]
    [InlineData("0048 (0) 22 512 30 40", "+48225123040")]
    public void A_national_prefix_in_brackets_is_read_as_the_country_has_it(string text, string e164)
    {
        Assert.Equal($"Ok {e164}", Numbers.Describe(null, text));
    }

    [Theory]
    [InlineData("AR", "011 15-2345-6789", "+5491123456789")]
    [InlineData("AR", "+54 11 15-2345-6789", "+5491123456789")]
    [InlineData("BR", "(0 15 11) 91234-5678", null)]
    [InlineData("BR", "(011) 91234-5678", "+5511912345678")]
    [InlineData("SM", "882555", "+3780549882555")]
    [InlineData("SM", "+378 882555", null)]
    public void A_number_is_rewritten_as_libphonenumber_does_but_never_loses_a_carriers_code(string region, string text, string? e164)
    {
        Assert.Equal(e164, Numbers.Normalize(region, text));
    }

    [Theory]
    [InlineData("US", "011 33 6 12 34 56 78", "Ok +33612345678")]
    [InlineData("KR", "001 33 6 12 34 56 78", "Invalid ")]
    [InlineData("KR", "001 65 9234 5678", "Ambiguous ")]
    [InlineData("KR", "0033 6 12 34 56 78", "Ok +33612345678")]
    [InlineData("SG", "0033 6 12 34 56 7", "Invalid ")]
    [InlineData("AU", "0011 33 6 12 34 56 78", "Ok +33612345678")]
    [InlineData("AU", "0011 (33) 7 00 12 34 56", "Ok +33700123456")]
    [InlineData("AU", "0011 33 6 12 34 56 7", "Invalid ")]
    [InlineData("AU", "0011 2015550123", "Ambiguous ")]
    [InlineData("FR", "0011 33 6 12 34 56 78", "Invalid ")]
    [InlineData(null, "0011 33 6 12 34 56 7", "Invalid ")]
    [InlineData("SG", "0011 201 555 0123", "Ok +12015550123")]
    public void Double_zero_is_a_plus_and_other_ways_to_dial_abroad_are_those_of_the_region(string? region, string text, string expected)
    {
        Assert.Equal(expected, Numbers.Describe(region, text));
    }

    // Mexico abolished the prefixes in 2019; they are still in address books.
    [Theory]
    [InlineData("MX", "044 55 4163 7145", "Ok +525541637145")]
    [InlineData("MX", "(045) 33 1234 5678", "Ok +523312345678")]
    [InlineData("MX", "01 55 4163 7145", "Ok +525541637145")]
    [InlineData("MX", "5215541637145", "Ok +525541637145")]
    [InlineData(null, "+52 1 55 4163 7145", "Ok +525541637145")]
    [InlineData(null, "00 52 1 55 4163 7145", "Ok +525541637145")]
    [InlineData("MX", "044 55 4163 714", "Invalid ")]
    [InlineData("MX", "046 55 4163 7145", "Invalid ")]
    [InlineData("MX", "1 55 4163 7145", "Invalid ")]
    [InlineData(null, "+52 044 55 4163 7145", "Invalid ")]
    [InlineData("FR", "044 55 4163 7145", "Invalid ")]
    public void A_prefix_that_a_country_abolished_is_left_out(string? region, string text, string expected)
    {
        Assert.Equal(expected, Numbers.Describe(region, text));
    }

    // libphonenumber calls them valid: the voicemail of an Italian mobile has one digit or two more.
    [Theory]
    [InlineData("IT", "347 12345678")]
    [InlineData("IT", "347 123456789")]
    [InlineData(null, "+39 34712345678")]
    [InlineData(null, "0039 347 12345678")]
    public void A_mobile_with_digits_too_many_is_no_voicemail(string? region, string text)
    {
        Assert.Equal("Invalid ", Numbers.Describe(region, text));
    }

    [Theory]
    [InlineData("+0033 6 12 34 56 78", "Ok +33612345678")]
    [InlineData("+00 33612345678", "Ok +33612345678")]
    [InlineData("+00612345678", "Invalid ")]
    public void Double_zero_behind_a_plus_says_the_same_twice(string text, string expected)
    {
        Assert.Equal(expected, Numbers.Describe(null, text));
    }

    [Theory]
    [InlineData("06'12'34'56'78")]
    [InlineData("06\u001F12345678")]
    [InlineData("\u00000612345678\u0000")]
    [InlineData("06\u034F12\u316434 56 78")]
    [InlineData("\u280006 12 34 56 78")]
    public void Quotes_between_digits_and_what_is_not_visible_are_marks(string text)
    {
        Assert.Equal("Ok +33612345678", Numbers.Describe("FR", text));
    }

    [Theory]
    [InlineData("201-555-0123 ext. 45")]
    [InlineData("201-555-0123;ext=45")]
    [InlineData("201-555-0123x45")]
    [InlineData("(201) 555-0123 (cell)")]
    [InlineData("Cell: (201) 555-0123")]
    [InlineData("No. 201-555-0123")]
    [InlineData("mobile phone 201-555-0123")]
    [InlineData("\uFF08201\uFF09 555\uFF0D0123")]
    [InlineData("[201-555-0123]")]
    [InlineData("201/555/0123")]
    [InlineData("201, 555, 0123")]
    public void Known_words_and_marks_beside_a_valid_number_are_left_out(string text)
    {
        Assert.Equal("Ok +12015550123", Numbers.Describe("US", text));
    }
}
