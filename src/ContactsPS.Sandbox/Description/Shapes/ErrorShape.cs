using System.ComponentModel;

namespace ContactsPS.Sandbox.Description;

/// <summary>An error of the service or of the sandbox. The properties are those of the JSON.</summary>
#pragma warning disable CS1573, CA1812 // The properties have descriptions, which are in the document, and only the document uses this type.
internal sealed record ErrorShape(
    [property: Description("The number of the error. It is absent when the table of the vendor has none.")] int? Code,
    [property: Description("One or more sentences for people.")] string Message);
