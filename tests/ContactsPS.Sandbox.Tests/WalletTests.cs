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
            Assert.True((int)pack!["wallet_pack_id"]! > 0);
            Assert.True((DateTimeOffset)pack["expiration_date"]! > DateTimeOffset.UnixEpoch);
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
    public async Task Unknown_and_incomplete_parameters_are_ignored(string query)
    {
        JsonNode balance = await BalanceAsync(query);

        Assert.Equal("euros", (string?)balance["unit"]);
        Assert.Null(balance["wallet_packs"]);
    }

    private async Task<JsonNode> BalanceAsync(string query)
    {
        using HttpResponseMessage answer = await fixture.Sandbox.CallAsync(HttpMethod.Get, $"wallet/check-balance{query}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.ReadJsonAsync())!;
    }
}
