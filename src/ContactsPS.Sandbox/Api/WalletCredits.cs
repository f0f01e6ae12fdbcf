using ContactsPS.Sandbox.Faults;
using ContactsPS.Sandbox.Reading;

namespace ContactsPS.Sandbox.Api;

/// <summary>
/// GET wallet/check-credits (web-service.md, The other calls): for each country in <c>country_codes[]</c>, the number of
/// each product that the balance can buy. A value that is not a country code is ignored. Without a country, the answer is
/// an empty object.
/// </summary>
internal sealed class WalletCredits(SettingsHolder settings)
{
    /// <summary>Reads the query. No value in it is an error.</summary>
    public PreparedCall Prepare(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        List<string> countries =
        [
            .. request.Query["country_codes[]"]
                .Concat(request.Query["country_codes"])
                .Select(CountryCode.Read)
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
        decimal euros = WalletBalance.Euros(settings.Current);
        return PreparedCall.Answered(ServiceAnswer.Json(json =>
        {
            json.WriteStartObject();
            foreach (string country in countries)
            {
                json.WriteStartObject(country);
                foreach (WalletProduct product in WalletProduct.All)
                {
                    json.WriteNumber(product.CreditName, product.Affordable(euros));
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }));
    }
}
