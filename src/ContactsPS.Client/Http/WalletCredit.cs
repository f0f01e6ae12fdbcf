using System.Text.Json;

namespace ContactsPS.Client;

/// <summary>How many of each product the balance of an account buys in a country (web-service.md, The other calls).</summary>
/// <param name="CountryCode">The country: two letters.</param>
/// <param name="PremiumSms">The number of premium text messages.</param>
/// <param name="LowCostSms">The number of low-cost text messages.</param>
/// <param name="VocalSms">The number of voice messages.</param>
/// <param name="Hlr">The number of HLR look-ups.</param>
public sealed record WalletCredit(string CountryCode, decimal PremiumSms, decimal LowCostSms, decimal VocalSms, decimal Hlr)
{
    /// <summary>Reads the credit of a country from the answer to wallet/check-credits.</summary>
    /// <param name="answer">A success.</param>
    /// <param name="countryCode">The country: two letters.</param>
    /// <exception cref="ContactsException">AnswerInvalid: the answer doesn't contain the four numbers of the country.</exception>
    public static WalletCredit Parse(ServiceAnswer answer, string countryCode)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return WalletAnswer.Read(answer, ServiceCalls.CheckCredits, root =>
        {
            JsonElement country = WalletAnswer.Get(root, countryCode, JsonValueKind.Object);
            return new WalletCredit(
                countryCode,
                WalletAnswer.GetNumber(country, "premium_sms"),
                WalletAnswer.GetNumber(country, "low_cost_sms"),
                WalletAnswer.GetNumber(country, "vocal_sms"),
                WalletAnswer.GetNumber(country, "hlr"));
        });
    }
}
