using Microsoft.OpenApi;

namespace ContactsPS.Sandbox.Description;

/// <summary>A parameter of a call.</summary>
/// <param name="Name">The name.</param>
/// <param name="Meaning">What it does, and its default.</param>
/// <param name="Type">The type of the value.</param>
internal sealed record CallParameter(string Name, string Meaning, JsonSchemaType Type = JsonSchemaType.String)
{
    /// <summary>Where the parameter is. Default: in the query.</summary>
    public ParameterLocation In { get; init; } = ParameterLocation.Query;

    /// <summary>The allowed words. Default: null, any value of the type.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>Makes a parameter in the path.</summary>
    public static CallParameter Path(string name, string meaning, JsonSchemaType type = JsonSchemaType.String) =>
        new(name, meaning, type) { In = ParameterLocation.Path };
}
