using System.ComponentModel;

namespace ContactsPS.Sandbox.Description;

/// <summary>The counts and the settings. The properties are those of the JSON.</summary>
#pragma warning disable CS1573, CA1812 // The properties have descriptions, which are in the document, and only the document uses this type.
internal sealed record StateShape(
    [property: Description("The login that the sandbox accepts.")] string Login,
    [property: Description("The number of contacts.")] long Contacts,
    [property: Description("The number of requests in the log.")] long Requests,
    [property: Description("The id of the last request, or 0.")] long LastRequestId,
    [property: Description("The number of numbers that opted out.")] long Optouts,
    [property: Description("The number of numbers that contact/create refuses.")] long Refusals,
    [property: Description("The settings.")] SettingsShape Settings);
