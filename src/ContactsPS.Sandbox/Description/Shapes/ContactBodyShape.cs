using System.ComponentModel;
using System.Text.Json.Serialization;

namespace ContactsPS.Sandbox.Description;

/// <summary>A contact in a request. The properties are those of the JSON.</summary>
#pragma warning disable CS1573, CA1812 // The properties have descriptions, which are in the document, and only the document uses this type.
internal sealed record ContactBodyShape(
    [property: Description("The phone number, international: +33612345678.")] string PhoneNumber,
    [property: Description("The first name.")] string? FirstName,
    [property: Description("The last name.")] string? LastName,
    [property: Description("The first free text."), JsonPropertyName("param1")] string? Param1,
    [property: Description("The second free text."), JsonPropertyName("param2")] string? Param2,
    [property: Description("The third free text."), JsonPropertyName("param3")] string? Param3,
    [property: Description("The fourth free text."), JsonPropertyName("param4")] string? Param4,
    [property: Description("The fifth free text."), JsonPropertyName("param5")] string? Param5);
