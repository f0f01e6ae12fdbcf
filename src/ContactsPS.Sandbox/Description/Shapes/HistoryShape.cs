using System.ComponentModel;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Description;

/// <summary>A request that named a phone number. The properties are those of the JSON.</summary>
#pragma warning disable CA1812 // Only the document uses this type.
internal sealed record HistoryShape : LoggedRequestShape
{
    [Description("The body with this contact only. Null when the body is not kept.")]
    public required JsonObject? Sent { get; init; }
}
