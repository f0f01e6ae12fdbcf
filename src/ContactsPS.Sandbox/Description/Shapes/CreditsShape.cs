using System.ComponentModel;

namespace ContactsPS.Sandbox.Description;

/// <summary>How many of each product the balance buys in a country. The properties are those of the JSON.</summary>
#pragma warning disable CS1573, CA1812 // The properties have descriptions, which are in the document, and only the document uses this type.
internal sealed record CreditsShape(
    [property: Description("Premium SMS.")] int PremiumSms,
    [property: Description("Voice messages.")] int VocalSms,
    [property: Description("Low cost SMS.")] int LowCostSms,
    [property: Description("HLR look-ups.")] int Hlr);
