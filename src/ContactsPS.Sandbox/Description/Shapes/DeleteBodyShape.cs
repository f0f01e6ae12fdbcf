using System.ComponentModel;

namespace ContactsPS.Sandbox.Description;

/// <summary>The body of contact/delete. The properties are those of the JSON.</summary>
#pragma warning disable CS1573, CA1812 // The properties have descriptions, which are in the document, and only the document uses this type.
internal sealed record DeleteBodyShape(
    [property: Description("From 1 to 200 phone numbers.")] IReadOnlyList<string> PhoneNumbers,
    [property: Description("Only remove the contacts from this list.")] string? ListName);
