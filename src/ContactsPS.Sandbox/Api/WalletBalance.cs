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
    /// <summary>Reads the query. No value in it is an error.</summary>
    public static PreparedCall Prepare(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        IQueryCollection query = request.Query;
        string name = query["product_name"].ToString();
        WalletProduct? product = CountryCode.Read(query["country_code"]) is null
            ? null
            : WalletProduct.All.FirstOrDefault(product => product.Name == name);
        bool withDetails = LooseJson.IsTrue(query["with_details"].ToString());
        return PreparedCall.Answered(ServiceAnswer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("amount", product?.Affordable ?? WalletProduct.Euros);
            json.WriteString("unit", product?.Name ?? "euros");
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
        WritePack(json, "bacf3d83-1524-13eb-a5e2-0242af120002", 2.54m, "2030-06-30T23:59:59+02:00");
        WritePack(json, "bacf3d84-1524-13eb-a5e2-0242af120002", 10.00m, "2030-10-23T13:41:46+02:00");
        json.WriteEndArray();
    }

    private static void WritePack(Utf8JsonWriter json, string id, decimal credit, string expiration)
    {
        json.WriteStartObject();
        json.WriteString("wallet_pack_id", id);
        json.WriteNumber("credit", credit);
        json.WriteString("expiration_date", expiration);
        json.WriteEndObject();
    }
}
