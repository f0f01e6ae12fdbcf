namespace ContactsPS.Sandbox.Description;

/// <summary>An answer of a call.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Meaning">When the call answers this.</param>
/// <param name="Body">The type of the JSON body. Null for no body.</param>
internal sealed record CallAnswer(int Status, string Meaning, Type? Body = null)
{
    /// <summary>400 for a wrong parameter or body.</summary>
    public static CallAnswer Wrong { get; } = new(400, "A parameter or the body is wrong.", typeof(ErrorShape));

    /// <summary>408 for a call that waits.</summary>
    public static CallAnswer TimedOut { get; } = new(408, "The timeout was reached first.", typeof(ErrorShape));

    /// <summary>204 for a change.</summary>
    public static CallAnswer Done { get; } = new(204, "Done.");

    /// <summary>The content type of the body. Default: JSON.</summary>
    public string ContentType { get; init; } = "application/json";
}
