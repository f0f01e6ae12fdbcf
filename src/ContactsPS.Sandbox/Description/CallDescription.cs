namespace ContactsPS.Sandbox.Description;

/// <summary>What the OpenAPI document says about a call.</summary>
/// <param name="Tag">The group of the call.</param>
/// <param name="Summary">What the call does, in one line.</param>
internal sealed record CallDescription(string Tag, string Summary)
{
    /// <summary>More about the call. Default: nothing.</summary>
    public string? Details { get; init; }

    /// <summary>The parameters in the query, in the path and in headers. Default: none.</summary>
    public IReadOnlyList<CallParameter> Parameters { get; init; } = [];

    /// <summary>The type of the JSON body. Default: null, no body.</summary>
    public Type? Body { get; init; }

    /// <summary>The answers.</summary>
    public required IReadOnlyList<CallAnswer> Answers { get; init; }
}
