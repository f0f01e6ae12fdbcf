namespace ContactsPS.Client.Tests;

/// <summary>The status of a text that is no number says what is wrong with it.</summary>
public sealed class PhoneNumberRejectionTests
{
    [Theory]
    [InlineData(null, "abc")]
    [InlineData("FR", "n/a")]
    [InlineData("FR", "zoe@example.com")]
    [InlineData("FR", "0612345678 Marie")]
    [InlineData("FR", "Marie 0612345678")]
    [InlineData("FR", "0612345678SMS")]
    [InlineData("FR", "061234567x")]
    [InlineData("FR", "0612345678 x")]
    [InlineData("FR", "fax 01 39 98 19 01")]
    [InlineData("FR", "0612345678 ne pas appeler")]
    [InlineData("FR", "06 12 34 56 7B")]
    [InlineData("FR", "06 12 34 56 \u2467")]
    [InlineData("FR", "06 12 34 56 78 #4")]
    [InlineData("FR", "-0612345678")]
    [InlineData("FR", "++33612345678")]
    [InlineData("FR", "33+612345678")]
    [InlineData("FR", "+33612345678+")]
    [InlineData("FR", "0033+612345678")]
    [InlineData("FR", "&#39;0612345678")]
    [InlineData("FR", "0612345678;phone-context=+33")]
    [InlineData("FR", "06 12 34 56 78\u301C79")]
    [InlineData("DE", "030 2312..")]
    [InlineData("DE", "0151 23125-- ")]
    [InlineData("US", "1-800-FLOWERS")]
    [InlineData("DE", "030 23125 DW 05")]
    [InlineData("DE", "0151 2312503O")]
    public void Letters_and_signs_that_are_not_known_are_unreadable(string? region, string text)
    {
        Assert.Equal("Unreadable ", Numbers.Describe(region, text));
    }

    [Theory]
    [InlineData("FR", "06 12 34 56 78 / 06 98 76 54 32")]
    [InlineData("FR", "06 12 34 56 78/79")]
    [InlineData("FR", "0612345678,0698765432")]
    [InlineData("FR", "0612345678\n0698765432")]
    [InlineData("FR", "0612345678 0698765432")]
    [InlineData("FR", "0612345678 - 0698765432")]
    [InlineData("FR", "0612345678 ou 0698765432")]
    [InlineData("FR", "0612345678 Marie 0698765432")]
    [InlineData("FR", "0612345678 x0698765432")]
    [InlineData("FR", "Tel 0612345678 Fax 0139981901")]
    [InlineData("FR", "+33612345678+33698765432")]
    [InlineData(null, "+33612345678 / +33698765432")]
    [InlineData("DE", "030 23125 01 / 02")]
    [InlineData("DE", "030 23125 und 26")]
    [InlineData("DE", "030 2312533 (0151 2312534)")]
    [InlineData("DE", "030 2312533 (34)")]
    [InlineData("LU", "26 12 (34)")]
    [InlineData("DE", "+49 30 2312533 (2)")]
    [InlineData("AT", "0664 2312502 [2]")]
    [InlineData("DE", "2 030 2312533")]
    [InlineData("DE", "2. 030 2312533")]
    [InlineData("DE", "12) 0151 23125004")]
    [InlineData("DE", "Handy 2 0151 23125004")]
    [InlineData("DE", "'030 2312533' '34'")]
    [InlineData("US", "201-555-0123 201-555-0124")]
    public void Several_numbers_are_several(string? region, string text)
    {
        Assert.Equal("Several ", Numbers.Describe(region, text));
    }

    [Theory]
    [InlineData("3.36E+10")]
    [InlineData("33612345678.5")]
    [InlineData("33612345678,25")]
    [InlineData("33 612 345 678,5")]
    [InlineData("33.612.345.678,50")]
    [InlineData("612.345678")]
    [InlineData("0.612345678")]
    [InlineData("0,612345678")]
    [InlineData("52.5200, 13.4050")]
    [InlineData("52.5200 13.4050")]
    public void A_number_with_an_exponent_or_decimals_was_calculated_with(string text)
    {
        Assert.Equal("Calculated ", Numbers.Describe("FR", text));
    }

    // The zeros may be digits as well as decimals: both are numbers.
    [Fact]
    public void Decimals_behind_a_leading_zero_are_calculated_where_they_may_be_digits()
    {
        Assert.Equal("Calculated ", Numbers.Describe("DE", "0302312507.00"));
        Assert.Equal("Ok +33612345678", Numbers.Describe("FR", "0612345678.00"));
    }

    [Theory]
    [InlineData("AT", "192.168.1.1", "Invalid ")]
    [InlineData("DE", "255.255.255.255", "Invalid ")]
    [InlineData("AT", "0.65.200.255", "Invalid ")]
    [InlineData("DK", "20.12.34.56", "Ok +4520123456")]
    [InlineData("CH", "79.123.45.67", "Ok +41791234567")]
    public void An_internet_address_is_invalid_and_the_groups_of_a_phone_number_are_none(string region, string text, string expected)
    {
        Assert.Equal(expected, Numbers.Describe(region, text));
    }

    // 49 is the code of Germany, and the beginning of area codes: 0491 is Leer. A mobile with its code is meant where both fit.
    [Theory]
    [InlineData("AT", "4366412345678")]
    [InlineData("DE", "4915123125001")]
    [InlineData("DE", "491701234567")]
    [InlineData("ID", "62812345678")]
    public void A_number_with_its_code_and_no_plus_is_taken_where_it_is_the_only_number_or_a_mobile(string region, string text)
    {
        Assert.Equal("Ok +" + text, Numbers.Describe(region, text));
    }

    [Theory]
    [InlineData("DE", "492211234567", "Ambiguous ")]
    [InlineData("DE", "4917012345", "Ok +494917012345")]
    public void A_fixed_line_with_its_code_and_no_plus_is_ambiguous_where_a_national_number_is_like_it(string region, string text, string expected)
    {
        Assert.Equal(expected, Numbers.Describe(region, text));
    }

    // The dot behind the code of an Italian operator is none of a decimal; where numbers begin with a zero it is.
    [Theory]
    [InlineData("IT", "347.1234567", "Ok +393471234567")]
    [InlineData("IT", "cell. 347.1234567", "Ok +393471234567")]
    [InlineData("IT", "347,1234567", "Calculated ")]
    [InlineData("IT", "3471234.567", "Calculated ")]
    [InlineData("IT", "347.12345", "Calculated ")]
    [InlineData("NO", "41.902782", "Calculated ")]
    [InlineData("ES", "912.345678", "Calculated ")]
    [InlineData("FR", "612.345678", "Calculated ")]
    public void A_dot_behind_three_digits_is_a_mark_in_a_mobile_without_a_national_prefix(string region, string text, string expected)
    {
        Assert.Equal(expected, Numbers.Describe(region, text));
    }

    [Theory]
    [InlineData("+33 (0) 06 12 34 56 78")]
    [InlineData("+1 (0) 1 201 555 0123")]
    [InlineData("886 00412 34 66 78")]
    [InlineData("0/0 12 34")]
    public void Two_prefixes_are_one_too_many(string text)
    {
        Assert.Equal("Invalid ", Numbers.Describe("TW", text));
    }

    [Theory]
    [InlineData("=\"\"")]
    [InlineData("'")]
    [InlineData("\u200B\uFEFF")]
    [InlineData("\u0085\u2028")]
    public void What_has_nothing_to_see_is_missing(string text)
    {
        Assert.Equal("Missing ", Numbers.Describe("FR", text));
    }

    // With these digits left out or added, the length is possible, but it is another person's number.
    [Theory]
    [InlineData("RU", "8 495 13-45-67")]
    [InlineData("RU", "8912345689")]
    [InlineData("FR", "+225 06 23 45 67 89")]
    [InlineData("BR", "+55 37 6123-4567")]
    [InlineData("FR", "063981602 - 0639981604")]
    [InlineData("LU", "2410.2064 2345")]
    [InlineData("FR", "07;00;12 34 56")]
    [InlineData("FR", "+7 0) 912 345-67-89")]
    [InlineData("SM", "00378 882555")]
    public void A_prefix_or_a_digit_that_is_missing_makes_no_other_number(string region, string text)
    {
        Assert.Equal("Invalid ", Numbers.Describe(region, text));
    }

    [Theory]
    [InlineData("DE", "2 082 0255")]
    [InlineData("LU", "26 12 34 - 26 12 35")]
    [InlineData("FR", "+33 6 12 34 56 78 +06 98 76 54 32")]
    public void A_short_second_number_is_a_number(string region, string text)
    {
        Assert.Equal("Several ", Numbers.Describe(region, text));
    }

    [Theory]
    [InlineData("06+12+345678")]
    [InlineData("06+12345678")]
    [InlineData("06 12 34 56 78++")]
    public void A_plus_among_the_digits_is_unreadable(string text)
    {
        Assert.Equal("Unreadable ", Numbers.Describe("FR", text));
    }

    // The zero is part of some numbers of these countries, and no prefix: with it and without it, it is a number.
    [Theory]
    [InlineData("+39 (0)375 895533")]
    [InlineData("+241 (0)6 97 10 79")]
    [InlineData("+247 (0)35371")]
    public void A_zero_in_brackets_is_ambiguous_where_both_are_numbers(string text)
    {
        Assert.Equal("Ambiguous ", Numbers.Describe(null, text));
    }

    [Theory]
    [InlineData("CH", "+41/(0)/21 234 56 78", "+41212345678")]
    [InlineData("TH", "+66/(0)/2 123 4567", "+6621234567")]
    public void A_slash_around_a_prefix_in_brackets_is_a_mark(string region, string text, string e164)
    {
        Assert.Equal($"Ok {e164}", Numbers.Describe(region, text));
    }

    // The codes of these characters end in the byte of a digit: U+0138 in that of 8.
    [Theory]
    [InlineData("06 12 34 56 7\u0138")]
    [InlineData("061234567\u0138")]
    [InlineData("06 12 34 56 \u0137\u0137")]
    [InlineData("06123456\u0137\u0137")]
    [InlineData("\u0130\u0136 12 34 56 78")]
    [InlineData("06 12 34 56 7\u2038")]
    public void A_character_that_is_no_digit_is_never_read_as_one(string text)
    {
        Assert.Equal("Unreadable ", Numbers.Describe("FR", text));
    }

    [Theory]
    [InlineData(64, "Invalid ")]
    [InlineData(65, "Unreadable ")]
    [InlineData(75, "Unreadable ")]
    public void Digits_of_more_than_two_numbers_are_refused(int count, string expected)
    {
        Assert.Equal(expected, Numbers.Describe("FR", string.Join(' ', Enumerable.Repeat("9", count)) + "-"));
    }
}
