using System.ComponentModel;

namespace ContactsPS.Sandbox.Description;

/// <summary>A list or a tag. The properties are those of the JSON.</summary>
#pragma warning disable CS1573, CA1812 // The properties have descriptions, which are in the document, and only the document uses this type.
internal sealed record GroupShape(
    [property: Description("The name.")] string Name,
    [property: Description("The number of its contacts.")] long Contacts);
