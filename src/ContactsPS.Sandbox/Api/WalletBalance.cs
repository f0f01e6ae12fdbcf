using System.Text.Json;
using ContactsPS.Sandbox.Reading;

namespace ContactsPS.Sandbox.Api;

/// <summary>
/// GET wallet/check-balance (web-service.md, The other calls): a balance that never changes, 12.54 euros in two packs.
/// With a <c>country_code</c> and a known <c>product_name</c>, the amount is the number of products that it can buy,
/// and the unit is the name of the product. With only one of the two, or with an unknown product, the amount is in
/// euros.
/// </summary>
internal static class WalletBalance
{
    private const decimal Euros = 12.54m;

    private static readonly Dictionary<string, decimal> s_prices = new(StringComparer.Ordinal)
    {
        ["sms_low_cost"] = 0.03m,
        ["sms_premium"] = 0.05m,
        ["vocal_sms"] = 0.10m,
        ["hlr"] = 0.01m,
    };

    /// <summary>Reads the query. No value in it is an error.</summary>
    public static PreparedCall Prepare(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        IQueryCollection query = request.Query;
        string product = query["product_name"].ToString();
        bool inProducts = !string.IsNullOrEmpty(query["country_code"]) & s_prices.TryGetValue(product, out decimal price);
        bool withDetails = LooseJson.IsTrue(query["with_details"].ToString());
        return PreparedCall.Answered(ServiceAnswer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("amount", inProducts ? decimal.Floor(Euros / price) : Euros);
            json.WriteString("unit", inProducts ? product : "euros");
            if (withDetails)
            {
                WritePacks(json);
            }

            json.WriteEndObject();
        }));
    }

    private static void WritePacks(Utf8JsonWriter json)
    {
        json.WriteStartArray("wallet_packs");
        WritePack(json, 1, 2.54m, "2030-06-30T23:59:59+00:00");
        WritePack(json, 2, 10.00m, "2030-12-31T23:59:59+00:00");
        json.WriteEndArray();
    }

    private static void WritePack(Utf8JsonWriter json, int id, decimal credit, string expiration)
    {
        json.WriteStartObject();
        json.WriteNumber("wallet_pack_id", id);
        json.WriteNumber("credit", credit);
        json.WriteString("expiration_date", expiration);
        json.WriteEndObject();
    }
}
