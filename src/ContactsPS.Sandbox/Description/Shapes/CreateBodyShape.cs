using System.ComponentModel;

namespace ContactsPS.Sandbox.Description;

/// <summary>The body of contact/create. The properties are those of the JSON.</summary>
#pragma warning disable CS1573, CA1812 // The properties have descriptions, which are in the document, and only the document uses this type.
internal sealed record CreateBodyShape(
    [property: Description("The contacts.")] IReadOnlyList<ContactBodyShape> Contacts,
    [property: Description("A list to attach the contacts to. At most 30 characters.")] string? ListName,
    [property: Description("Several lists.")] IReadOnlyList<string>? ListNames,
    [property: Description("Detach the contacts from all their lists first.")] bool? UnList,
    [property: Description("A tag to attach. At most 20 characters.")] string? TagName,
    [property: Description("Several tags.")] IReadOnlyList<string>? TagNames,
    [property: Description("Detach all tags of the contacts first.")] bool? UnTag,
    [property: Description("Leave out contacts that opted out.")] bool? AutoDeleteOptoutContacts,
    [property: Description("Keep the fields of contacts that exist.")] bool? DoNotOverwrite);
