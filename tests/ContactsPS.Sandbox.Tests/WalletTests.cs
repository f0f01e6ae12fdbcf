using System.Net;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

public sealed class WalletTests(SandboxProcessFixture fixture) : IClassFixture<SandboxProcessFixture>
{
    [Fact]
    public async Task The_balance_is_in_euros()
    {
        JsonNode balance = await BalanceAsync("");

        Assert.Equal(12.54m, (decimal)balance["amount"]!);
        Assert.Equal("euros", (string?)balance["unit"]);
        Assert.Null(balance["wallet_packs"]);
    }

    [Theory]
    [InlineData("true")]
    [InlineData("1")]
    public async Task With_details_the_balance_lists_its_packs(string value)
    {
        JsonNode balance = await BalanceAsync($"?with_details={value}");

        JsonArray packs = balance["wallet_packs"]!.AsArray();
        Assert.Equal((decimal)balance["amount"]!, packs.Sum(pack => (decimal)pack!["credit"]!));
        Assert.All(packs, pack =>
        {
            Assert.True(Guid.TryParseExact((string?)pack!["wallet_pack_id"], "D", out _));
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+02:00$", (string)pack["expiration_date"]!);
        });
    }

    [Theory]
    [InlineData("sms_low_cost")]
    [InlineData("sms_premium")]
    [InlineData("vocal_sms")]
    [InlineData("hlr")]
    public async Task For_a_country_and_a_product_the_balance_is_a_number_of_messages(string product)
    {
        JsonNode balance = await BalanceAsync($"?country_code=FR&product_name={product}");

        Assert.Equal(product, (string?)balance["unit"]);
        Assert.True(decimal.IsInteger((decimal)balance["amount"]!));
    }

    [Theory]
    [InlineData("?with_details=false")]
    [InlineData("?country_code=FR")]
    [InlineData("?product_name=hlr")]
    [InlineData("?country_code=FR&product_name=telegram")]
    [InlineData("?country_code=France&product_name=hlr")]
    public async Task Unknown_and_incomplete_parameters_are_ignored(string query)
    {
        JsonNode balance = await BalanceAsync(query);

        Assert.Equal("euros", (string?)balance["unit"]);
        Assert.Null(balance["wallet_packs"]);
    }

    [Fact]
    public async Task The_credits_of_several_countries_are_the_numbers_of_products_that_the_balance_buys()
    {
        JsonNode credits = await GetAsync("check-credits?country_codes[]=FR&country_codes%5B%5D=de");

        JsonNode expected = JsonNode.Parse("""{"premium_sms": 250, "vocal_sms": 125, "low_cost_sms": 418, "hlr": 1254}""")!;
        Assert.Equal<string[]>(["FR", "DE"], [.. credits.AsObject().Select(country => country.Key)]);
        Assert.All(credits.AsObject(), country => Assert.True(JsonNode.DeepEquals(expected, country.Value)));
        Assert.Equal(250, (int)(await BalanceAsync("?country_code=FR&product_name=sms_premium"))["amount"]!);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("?country_codes=FR", "FR")]
    [InlineData("?country_codes[]=FR&country_codes[]=FR", "FR")]
    [InlineData("?country_codes[]=France&country_codes[]=&country_codes[]=1A&country_codes[]=BE", "BE")]
    public async Task Only_recognised_country_codes_have_credits(string query, string countries)
    {
        JsonNode credits = await GetAsync($"check-credits{query}");

        Assert.Equal(countries, string.Join(',', credits.AsObject().Select(country => country.Key)));
    }

    private Task<JsonNode> BalanceAsync(string query) => GetAsync($"check-balance{query}");

    private async Task<JsonNode> GetAsync(string call)
    {
        using HttpResponseMessage answer = await fixture.Sandbox.CallAsync(HttpMethod.Get, $"wallet/{call}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.ReadJsonAsync())!;
    }
}
