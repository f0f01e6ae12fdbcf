namespace ContactsPS.Sandboxes;

/// <summary>What a sandbox did with a value that is not as it should be. The service does it silently.</summary>
public sealed class SandboxNote
{
    /// <summary>The place in the request, such as <c>contacts[3].first_name</c>.</summary>
    public string? Path { get; init; }

    /// <summary>What was done: cast, formatted, ignored or dropped. A contact that is dropped is not stored.</summary>
    public string? What { get; init; }

    /// <summary>The reason.</summary>
    public string? Why { get; init; }

    /// <summary>The place, what was done, and why.</summary>
    public override string ToString() => $"{Path} {What}: {Why}";
}
