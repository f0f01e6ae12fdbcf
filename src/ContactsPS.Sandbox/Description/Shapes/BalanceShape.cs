using System.ComponentModel;

namespace ContactsPS.Sandbox.Description;

/// <summary>The balance of the account. The properties are those of the JSON.</summary>
#pragma warning disable CS1573, CA1812 // The properties have descriptions, which are in the document, and only the document uses this type.
internal sealed record BalanceShape(
    [property: Description("The amount.")] decimal Amount,
    [property: Description("euros, or the product.")] string Unit,
    [property: Description("The packs, with with_details.")] IReadOnlyList<WalletPackShape>? WalletPacks);
