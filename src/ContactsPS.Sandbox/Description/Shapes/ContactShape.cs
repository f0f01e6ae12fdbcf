using System.ComponentModel;
using System.Text.Json.Serialization;

namespace ContactsPS.Sandbox.Description;

/// <summary>A contact that the sandbox stores. The properties are those of the JSON.</summary>
#pragma warning disable CS1573, CA1812 // The properties have descriptions, which are in the document, and only the document uses this type.
internal sealed record ContactShape(
    [property: Description("The number of the contact, in the order in which the numbers first arrived.")] long Id,
    [property: Description("The phone number, which is the key.")] string PhoneNumber,
    [property: Description("The first name.")] string? FirstName,
    [property: Description("The last name.")] string? LastName,
    [property: Description("The first free text."), JsonPropertyName("param1")] string? Param1,
    [property: Description("The second free text."), JsonPropertyName("param2")] string? Param2,
    [property: Description("The third free text."), JsonPropertyName("param3")] string? Param3,
    [property: Description("The fourth free text."), JsonPropertyName("param4")] string? Param4,
    [property: Description("The fifth free text."), JsonPropertyName("param5")] string? Param5,
    [property: Description("The lists of the contact.")] IReadOnlyList<string> Lists,
    [property: Description("The tags of the contact.")] IReadOnlyList<string> Tags,
    [property: Description("Whether the contact opted out.")] bool OptedOut,
    [property: Description("How many times its phone number was received in requests that were processed.")] long ReceivedCount);
