using System.Text.Json.Serialization;

namespace ContactsPS.Sandboxes;

/// <summary>A list or a tag that a sandbox stores.</summary>
public sealed class SandboxList
{
    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The number of its contacts.</summary>
    [JsonPropertyName("contacts")]
    public long ContactCount { get; init; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? string.Empty;
}
