using System.ComponentModel;

namespace ContactsPS.Sandbox.Description;

/// <summary>What the sandbox did with a value that is not as it should be. The properties are those of the JSON.</summary>
#pragma warning disable CS1573, CA1812 // The properties have descriptions, which are in the document, and only the document uses this type.
internal sealed record NoteShape(
    [property: Description("The place in the request, such as contacts[3].first_name.")] string Path,
    [property: Description("cast, formatted, ignored or dropped.")] string What,
    [property: Description("The reason.")] string Why);
