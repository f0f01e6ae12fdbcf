namespace ContactsPS.Sandboxes;

/// <summary>A list or a tag that a sandbox stores.</summary>
/// <param name="Name">The name.</param>
internal sealed record SandboxGroup(string Name);
