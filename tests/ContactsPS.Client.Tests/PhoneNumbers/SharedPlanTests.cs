namespace ContactsPS.Client.Tests;

/// <summary>National numbers of France and of the territories that share its plan: whose number it is, and when that isn't known.</summary>
public sealed class SharedPlanTests
{
    // Two countries have the number, and the text doesn't say which one is meant.
    [Theory]
    [InlineData("GP", "0976 01 83 25")]
    [InlineData("GP", "0976 01 23 45")]
    [InlineData("FR", "0947 62 96 36")]
    [InlineData("YT", "0976 70 87 98")]
    [InlineData("GF", "0598 73 52 78")]
    public void A_national_number_that_two_countries_of_the_plan_have_is_ambiguous(string region, string text)
    {
        Assert.Equal("Ambiguous ", Numbers.Describe(region, text));
    }

    [Theory]
    [InlineData("YT", "0939 80 12 54", "+262939801254")]
    [InlineData("RE", "0939 90 12 34", "+262939901234")]
    [InlineData("GP", "0977 25 57 61", "+33977255761")]
    [InlineData("MF", "957240446", "+33957240446")]
    [InlineData("FR", "06 39 95 18 02", "+262639951802")]
    [InlineData("RE", "+33 7 08 02 03 33", "+33708020333")]
    [InlineData("MQ", "0800 01 23 45", "+596800012345")]
    [InlineData("FR", "0800 01 23 45", "+33800012345")]
    public void A_national_number_that_one_country_of_the_plan_has_is_sent_there(string region, string text, string e164)
    {
        Assert.Equal($"Ok {e164}", Numbers.Describe(region, text));
    }

    // Some of them are valid in mainland France by libphonenumber. Nobody has them there.
    [Theory]
    [InlineData("MQ", "268 00 48 56")]
    [InlineData(null, "0033 6 39 94 24 02")]
    [InlineData("AU", "0011 33 6 39 88 24 22")]
    [InlineData("FR", "+33 6 39 58 21 02")]
    public void A_number_of_another_territory_is_not_sent_to_the_mainland(string? region, string text)
    {
        Assert.Equal("Invalid ", Numbers.Describe(region, text));
    }
}
