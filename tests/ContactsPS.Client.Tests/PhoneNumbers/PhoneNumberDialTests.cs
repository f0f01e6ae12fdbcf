namespace ContactsPS.Client.Tests;

/// <summary>What people dial before a number, by region.</summary>
public sealed class PhoneNumberDialTests
{
    // Regions that share a calling code have rules of their own: the area code of the island is not dialled there.
    [Theory]
    [InlineData("JE", "662855", "Ok +441534662855")]
    [InlineData("BS", "612-4080", "Ok +12426124080")]
    [InlineData("GB", "662855", "Invalid ")]
    [InlineData("US", "612-4080", "Invalid ")]
    public void A_local_number_is_read_by_the_rules_of_its_own_region(string region, string text, string expected)
    {
        Assert.Equal(expected, Numbers.Describe(region, text));
    }

    // 0011 is dialled in Australia only. Elsewhere the digits behind 00 1 are no number of North America.
    [Theory]
    [InlineData("HU", "0011 36 80 123 456", "Invalid ")]
    [InlineData("AW", "0011 297 557 2345", "Invalid ")]
    [InlineData("LU", "0011 352 2712346", "Invalid ")]
    [InlineData("AU", "0011 36 80 123 456", "Ambiguous ")]
    [InlineData("AU", "0011 33 639 88 24 22", "Invalid ")]
    public void The_way_that_Australia_dials_abroad_is_not_read_elsewhere(string region, string text, string expected)
    {
        Assert.Equal(expected, Numbers.Describe(region, text));
    }

    // In Cambodia 008 is dialled abroad as well: the rest would be a possible number of Brazil, but 00 855 is a valid one.
    [Theory]
    [InlineData("KH", "00855 1900 123 456", "Ok +8551900123456")]
    public void Double_zero_before_a_valid_number_is_preferred_to_another_prefix_before_a_possible_one(string region, string text, string expected)
    {
        Assert.Equal(expected, Numbers.Describe(region, text));
    }

    [Theory]
    [InlineData("BR", "55 800 123456", "Ok +55800123456")]
    public void A_number_that_is_valid_only_with_the_digits_of_its_code_is_taken_with_them(string region, string text, string expected)
    {
        Assert.Equal(expected, Numbers.Describe(region, text));
    }
}
