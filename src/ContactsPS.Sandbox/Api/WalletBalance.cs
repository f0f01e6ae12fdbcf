using System.Text.Json;
using ContactsPS.Sandbox.Faults;
using ContactsPS.Sandbox.Reading;

namespace ContactsPS.Sandbox.Api;

/// <summary>
/// GET wallet/check-balance (web-service.md, The other calls): a balance that calls don't change, 12.54 euros in two
/// packs, or nothing when the account is out of credit. With a <c>country_code</c> and a known <c>product_name</c>, the amount is the number of products that it can buy,
/// and the unit is the name of the product. With only one of the two, or with an unknown product, the amount is in
/// euros.
/// </summary>
internal sealed class WalletBalance(SettingsHolder settings)
{
    private static readonly (string Id, decimal Credit, string Expiration)[] s_packs =
    [
        ("bacf3d83-1524-13eb-a5e2-0242af120002", 2.54m, "2030-06-30T23:59:59+02:00"),
        ("bacf3d84-1524-13eb-a5e2-0242af120002", 10.00m, "2030-10-23T13:41:46+02:00"),
    ];

    /// <summary>The credit of an account, in euros.</summary>
    public static decimal Euros(SandboxSettings settings) => Packs(settings).Sum(pack => pack.Credit);

    /// <summary>Reads the query. No value in it is an error.</summary>
    public PreparedCall Prepare(HttpRequest request, ReadOnlyMemory<byte> body)
    {
        IQueryCollection query = request.Query;
        string name = query["product_name"].ToString();
        WalletProduct? product = CountryCode.Read(query["country_code"]) is null
            ? null
            : WalletProduct.All.FirstOrDefault(product => product.Name == name);
        bool withDetails = LooseJson.IsTrue(query["with_details"].ToString());
        SandboxSettings current = settings.Current;
        decimal euros = Euros(current);
        return PreparedCall.Answered(ServiceAnswer.Json(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("amount", product?.Affordable(euros) ?? euros);
            json.WriteString("unit", product?.Name ?? "euros");
            if (withDetails)
            {
                WritePacks(json, Packs(current));
            }

            json.WriteEndObject();
        }));
    }

    private static (string Id, decimal Credit, string Expiration)[] Packs(SandboxSettings settings) =>
        settings.AccountStanding is AccountStanding.OutOfCredit ? [] : s_packs;

    private static void WritePacks(Utf8JsonWriter json, (string Id, decimal Credit, string Expiration)[] packs)
    {
        json.WriteStartArray("wallet_packs");
        foreach ((string id, decimal credit, string expiration) in packs)
        {
            json.WriteStartObject();
            json.WriteString("wallet_pack_id", id);
            json.WriteNumber("credit", credit);
            json.WriteString("expiration_date", expiration);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
