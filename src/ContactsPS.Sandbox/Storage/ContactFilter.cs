namespace ContactsPS.Sandbox.Storage;

/// <summary>
/// Selects contacts. Null values select all contacts. A contact must match all values that are not null.
/// </summary>
/// <param name="ListName">The list of the contacts.</param>
/// <param name="TagName">The tag of the contacts.</param>
/// <param name="PhoneNumber">The phone number, in E.164.</param>
/// <param name="Search">The words that the phone number or the name must contain.</param>
internal sealed record ContactFilter(string? ListName, string? TagName, string? PhoneNumber, ContactSearch? Search = null)
{
    /// <summary>Selects all contacts.</summary>
    public static ContactFilter All { get; } = new(null, null, null);
}
