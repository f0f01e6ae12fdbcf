using System.ComponentModel;

namespace ContactsPS.Sandbox.Description;

/// <summary>A request in the log. The properties are those of the JSON.</summary>
#pragma warning disable CA1812 // Only the document uses this type.
internal sealed record RequestShape : LoggedRequestShape
{
    [Description("The body. Null when it is not kept.")]
    public required string? Body { get; init; }
}
