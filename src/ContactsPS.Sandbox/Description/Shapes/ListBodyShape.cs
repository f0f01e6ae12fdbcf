using System.ComponentModel;

namespace ContactsPS.Sandbox.Description;

/// <summary>The body of contact-list/create and contact-list/delete. The properties are those of the JSON.</summary>
#pragma warning disable CS1573, CA1812 // The properties have descriptions, which are in the document, and only the document uses this type.
internal sealed record ListBodyShape(
    [property: Description("The name of the list.")] string ListName);
