namespace ContactsPS.Sandbox.Api;

/// <summary>
/// A product that the wallet pays for. The two wallet calls use different names for it (web-service.md, The other
/// calls).
/// </summary>
/// <param name="Name">The name in check-balance.</param>
/// <param name="CreditName">The name in check-credits.</param>
/// <param name="Price">The price in euros, the same in all countries.</param>
internal sealed record WalletProduct(string Name, string CreditName, decimal Price)
{
    /// <summary>All products, in the order of check-credits.</summary>
    public static IReadOnlyList<WalletProduct> All { get; } =
    [
        new("sms_premium", "premium_sms", 0.05m),
        new("vocal_sms", "vocal_sms", 0.10m),
        new("sms_low_cost", "low_cost_sms", 0.03m),
        new("hlr", "hlr", 0.01m),
    ];

    /// <summary>The number of these products that an amount in euros can buy.</summary>
    public decimal Affordable(decimal euros) => decimal.Floor(euros / Price);
}
