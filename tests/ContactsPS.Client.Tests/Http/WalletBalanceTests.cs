using System.Text;

namespace ContactsPS.Client.Tests;

public sealed class WalletBalanceTests
{
    [Theory]
    [InlineData("""{"amount": 12.54, "unit": "euros"}""", "12.54 euros")]
    [InlineData("""{"unit": "sms_premium", "amount": 250, "wallet_packs": []}""", "250 sms_premium")]
    [InlineData("""{"amount": -0.5, "unit": "euros", "wallet_packs": [{"wallet_pack_id": 1}]}""", "-0.5 euros")]
    [InlineData("""{"amount": 3}""", "3 ")]
    public void The_balance_has_an_amount_and_a_unit(string body, string balance)
    {
        Assert.Equal(balance, Read(body)?.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"amount": null}""")]
    [InlineData("""{"amount": "12"}""")]
    [InlineData("""{"amount": 1e400, "unit": "euros"}""")]
    [InlineData("""{"amount": 1, "unit": "\ud800"}""")]
    public void An_answer_without_a_balance_gives_null(string body)
    {
        Assert.Null(Read(body));
    }

    private static WalletBalance? Read(string body) =>
        WalletBalance.Read(new ServiceAnswer { Kind = AnswerKind.Succeeded, Body = Encoding.UTF8.GetBytes(body) });
}
