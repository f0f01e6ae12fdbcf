namespace ContactsPS.Client.Tests;

/// <summary>Phone numbers that a program treated as numbers, and numbers that are no phone numbers.</summary>
public sealed class NumberLikeTextTests
{
    // With seven digits or more before it, a point or a comma before zeros begins decimals.
    [Theory]
    [InlineData("IS", "6111234.0", "Ok +3546111234")]
    [InlineData("IS", "6.111.234,00", "Ok +3546111234")]
    [InlineData("IS", "6.111.234,50", "Calculated ")]
    [InlineData("IS", "6111234.5", "Calculated ")]
    [InlineData("FR", "33,612,345,678", "Ok +33612345678")]
    [InlineData("FR", "33,700,123,456", "Ok +33700123456")]
    [InlineData("FR", "33'700'123'456", "Ok +33700123456")]
    [InlineData("FR", "33,612,345,678.00", "Ok +33612345678")]
    [InlineData("FR", "+33.612.345.678,00", "Ok +33612345678")]
    public void A_whole_number_with_separators_or_decimals_is_its_digits(string region, string text, string expected)
    {
        Assert.Equal(expected, Numbers.Describe(region, text));
    }

    // No program writes a zero or a plus before a number.
    [Theory]
    [InlineData("FR", "0612.345678", "Ok +33612345678")]
    [InlineData("FR", "06.12345678", "Ok +33612345678")]
    [InlineData("FR", "+336.12345678", "Ok +33612345678")]
    [InlineData("FR", "+33612.345678", "Ok +33612345678")]
    [InlineData("IT", "347.123456", "Ok +39347123456")]
    [InlineData("IT", "347.12345", "Calculated ")]
    public void A_dot_behind_a_prefix_or_the_code_of_a_mobile_operator_is_a_mark(string region, string text, string expected)
    {
        Assert.Equal(expected, Numbers.Describe(region, text));
    }

    [Theory]
    [InlineData(".0612345678")]
    [InlineData(",0612345678")]
    [InlineData("0612345678e")]
    [InlineData("0612345678e+")]
    [InlineData("e10")]
    [InlineData("06 12 34 5e6")]
    public void What_only_looks_like_decimals_or_an_exponent_is_unreadable(string text)
    {
        Assert.Equal("Unreadable ", Numbers.Describe("FR", text));
    }

    [Theory]
    [InlineData("DE", "192.168.1.30", "Invalid ")]
    [InlineData("AT", "192.168.100.30", "Invalid ")]
    [InlineData("AT", "192.168.1.30", "Invalid ")]
    [InlineData("NO", "8.22.98.204", "Invalid ")]
    [InlineData("NO", "6.73.167.20", "Invalid ")]
    [InlineData("GF", "46.213.182.8", "Invalid ")]
    public void An_address_in_a_network_is_no_number(string region, string text, string expected)
    {
        Assert.Equal(expected, Numbers.Describe(region, text));
    }

    [Theory]
    [InlineData("33.6.123.45.678,0")]
    [InlineData("33612.345.678,00")]
    [InlineData("336.123.456.78,0")]
    [InlineData("0.612.345.678,00")]
    [InlineData("33.612 345.678,0")]
    [InlineData("+ 351 912 345 678,0")]
    public void Groups_that_no_program_writes_leave_no_digit_out(string text)
    {
        Assert.Equal("Several ", Numbers.Describe("FR", text));
    }

    [Theory]
    [InlineData("52.5200, 113.4050", "Calculated ")]
    [InlineData("51.5074, 0.1278", "Calculated ")]
    [InlineData("0.127 51.507", "Calculated ")]
    [InlineData("52.520;13.405", "Calculated ")]
    [InlineData("52.5200, -13.4050", "Calculated ")]
    [InlineData("52.52 13.40", "Ok +4552521340")]
    [InlineData(".5200, 13.4050", "Unreadable ")]
    public void A_place_on_the_map_has_three_decimals_or_more(string text, string expected)
    {
        Assert.Equal(expected, Numbers.Describe("DK", text));
    }

    [Fact]
    public void Thousands_are_read_with_any_code()
    {
        Assert.Equal("Ok +351912345678", Numbers.Describe(null, "+351.912.345.678,00"));
    }
}
