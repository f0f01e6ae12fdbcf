using System.ComponentModel;

namespace ContactsPS.Sandbox.Description;

/// <summary>A count. The properties are those of the JSON.</summary>
#pragma warning disable CS1573, CA1812 // The properties have descriptions, which are in the document, and only the document uses this type.
internal sealed record CountShape(
    [property: Description("The number.")] long Count);
