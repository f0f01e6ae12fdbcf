using System.ComponentModel;

namespace ContactsPS.Sandbox.Description;

/// <summary>A pack of the balance. The properties are those of the JSON.</summary>
#pragma warning disable CS1573, CA1812 // The properties have descriptions, which are in the document, and only the document uses this type.
internal sealed record WalletPackShape(
    [property: Description("The id.")] string WalletPackId,
    [property: Description("The credit, in euros.")] decimal Credit,
    [property: Description("The date and time of its end.")] string ExpirationDate);
