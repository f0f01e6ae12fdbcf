namespace ContactsPS.Client.Tests;

/// <summary>The default region, and the hint for a region that is written in another way, such as UK.</summary>
public sealed class PhoneRegionTests
{
    [Theory]
    [InlineData("UK", "GB")]
    [InlineData("el", "GR")]
    [InlineData("33", "FR")]
    [InlineData("+44", "GB")]
    [InlineData(" +33 ", "FR")]
    [InlineData("fra", "FR")]
    [InlineData("Germany", "DE")]
    [InlineData("deutschland", "DE")]
    [InlineData("espana", "ES")]
    [InlineData("pt-BR", "BR")]
    public void The_country_that_may_be_meant_is_named(string code, string meant)
    {
        ContactsException error = Assert.Throws<ContactsException>(() => PhoneRegions.Check(code));

        Assert.Equal(
            (ErrorIds.DefaultRegionInvalid, $"'{code}' is not the two-letter code of a country. Did you mean {meant}?"), (error.ErrorId, error.Message));
    }

    [Theory]
    [InlineData("XX")]
    [InlineData("")]
    [InlineData("999")]
    [InlineData("800")]
    [InlineData("-33")]
    [InlineData("3 3")]
    [InlineData("Atlantis")]
    public void No_country_is_named_where_none_is_meant(string code)
    {
        Assert.Equal($"'{code}' is not the two-letter code of a country.", Assert.Throws<ContactsException>(() => PhoneRegions.Check(code)).Message);
    }

    [Fact]
    public void A_code_is_given_back_in_capital_letters()
    {
        Assert.Equal(("FR", "TR"), (PhoneRegions.Check("fr"), PhoneRegions.Check("tR")));
        Assert.Throws<ArgumentNullException>(() => PhoneRegions.Check(null!));
    }

    [Fact]
    public void The_codes_are_in_alphabetical_order()
    {
        Assert.Equal(PhoneRegions.Codes.Order(StringComparer.Ordinal), PhoneRegions.Codes);
        Assert.Contains("FR", PhoneRegions.Codes);
        Assert.DoesNotContain("001", PhoneRegions.Codes);
    }
}
