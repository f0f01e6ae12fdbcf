using System.ComponentModel;

namespace ContactsPS.Sandbox.Description;

/// <summary>The settings. The properties are those of the JSON.</summary>
#pragma warning disable CS1573, CA1812 // The properties have descriptions, which are in the document, and only the document uses this type.
internal sealed record SettingsShape(
    [property: Description("The delay before a call is processed, from 0 to 600000.")] int LatencyMilliseconds,
    [property: Description("The share of calls that fail, from 0 to 1.")] decimal FailureRate,
    [property: Description("mixed, too_many_requests, server_error or dropped.")] string FailureKind,
    [property: Description("The Retry-After of a simulated 429, in seconds.")] int RetryAfterSeconds,
    [property: Description("The logins that get 403.")] IReadOnlyList<string> BlockedLogins,
    [property: Description("The most contacts in a request, or null for no limit.")] int? MaximumContacts,
    [property: Description("The most contacts on a list, or null for no limit.")] int? ListCapacity,
    [property: Description("The lists that are full.")] IReadOnlyList<string> FullLists,
    [property: Description("good, out_of_credit or not_validated.")] string AccountStanding,
    [property: Description("Whether an answer 201 has a body.")] bool SuccessBody);
