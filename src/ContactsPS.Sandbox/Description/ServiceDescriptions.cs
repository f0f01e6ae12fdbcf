using ContactsPS.Sandbox.Api;
using Microsoft.OpenApi;

namespace ContactsPS.Sandbox.Description;

/// <summary>The descriptions of the calls of the service (web-service.md).</summary>
internal static class ServiceDescriptions
{
    private const string Tag = "Service";

    private static readonly CallParameter[] s_credential =
    [
        new("api-login", "The login.") { In = ParameterLocation.Header },
        new("api-key", "The key.") { In = ParameterLocation.Header },
    ];

    private static readonly CallAnswer[] s_refusals =
    [
        new(400, "The request is refused.", typeof(ErrorShape)),
        new(401, "The login or the key is missing or wrong.", typeof(ErrorShape)),
        new(403, "The account has no access.", typeof(ErrorShape)),
        new(429, "A simulated failure.", typeof(ErrorShape)),
        new(500, "A simulated failure.", typeof(ErrorShape)),
    ];

    public static CallDescription Create { get; } = Make("Adds contacts, and attaches them to lists and tags", 201, null, typeof(CreateBodyShape));

    public static CallDescription Delete { get; } = Make("Deletes contacts, or removes them from a list", 204, null, typeof(DeleteBodyShape));

    public static CallDescription CreateList { get; } = Make("Creates a list", 201, null, typeof(ListBodyShape));

    public static CallDescription EmptyList { get; } = Make("Removes all contacts from a list", 204, null, typeof(EmptyBodyShape));

    public static CallDescription DeleteList { get; } = Make("Deletes a list", 204, null, typeof(ListBodyShape));

    public static CallDescription Balance { get; } = Make(
        "Reads the balance",
        200,
        typeof(BalanceShape),
        body: null,
        new CallParameter("with_details", "Also return the packs.", JsonSchemaType.Boolean),
        new CallParameter("country_code", "With product_name: count this product for the country."),
        new CallParameter("product_name", "With country_code: the product.") { Words = [.. WalletProduct.All.Select(product => product.Name)] });

    public static CallDescription Credits { get; } = Make(
        "Reads how many of each product the balance buys",
        200,
        typeof(Dictionary<string, CreditsShape>),
        body: null,
        new CallParameter("country_codes[]", "A country. It can be given several times."));

    private static CallDescription Make(string summary, int status, Type? answer, Type? body, params CallParameter[] query) => new(Tag, summary)
    {
        Parameters = [.. s_credential, .. query],
        Body = body,
        Answers = [new(status, "Done.", answer), .. s_refusals],
    };
}
