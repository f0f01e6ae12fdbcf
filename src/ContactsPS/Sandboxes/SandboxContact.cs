using System.Text.Json.Serialization;

namespace ContactsPS.Sandboxes;

/// <summary>A contact that a sandbox stores.</summary>
public sealed class SandboxContact
{
    /// <summary>The phone number, which is the key of the contact.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>The first name.</summary>
    public string? FirstName { get; init; }

    /// <summary>The last name.</summary>
    public string? LastName { get; init; }

    /// <summary>The first free text.</summary>
    [JsonPropertyName("param1")]
    public string? Param1 { get; init; }

    /// <summary>The second free text.</summary>
    [JsonPropertyName("param2")]
    public string? Param2 { get; init; }

    /// <summary>The third free text.</summary>
    [JsonPropertyName("param3")]
    public string? Param3 { get; init; }

    /// <summary>The fourth free text.</summary>
    [JsonPropertyName("param4")]
    public string? Param4 { get; init; }

    /// <summary>The fifth free text.</summary>
    [JsonPropertyName("param5")]
    public string? Param5 { get; init; }

    /// <summary>The lists of the contact.</summary>
    [JsonPropertyName("lists")]
    public string[] ListName { get; init; } = [];

    /// <summary>The tags of the contact.</summary>
    [JsonPropertyName("tags")]
    public string[] TagName { get; init; } = [];

    /// <summary>Whether the contact opted out.</summary>
    public bool OptedOut { get; init; }

    /// <summary>How many times its phone number was received in requests that were processed.</summary>
    public long ReceivedCount { get; init; }

    /// <summary>The phone number.</summary>
    public override string ToString() => PhoneNumber ?? string.Empty;
}
