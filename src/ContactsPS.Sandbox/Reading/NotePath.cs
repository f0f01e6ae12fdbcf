namespace ContactsPS.Sandbox.Reading;

/// <summary>
/// A place in a request, such as <c>contacts[3].first_name</c>. The text is made only for a note, because most values
/// have none.
/// </summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Index">The position in the array, from 0. Null when the value is not an element of an array.</param>
/// <param name="Field">The field of the contact. Null for the contact itself.</param>
internal readonly record struct NotePath(string Parameter, int? Index = null, string? Field = null)
{
    /// <summary>The place as text.</summary>
    public override string ToString() => (Index, Field) switch
    {
        (null, null) => Parameter,
        ({ } index, null) => $"{Parameter}[{index}]",
        (null, { } field) => $"{Parameter}.{field}",
        ({ } index, { } field) => $"{Parameter}[{index}].{field}",
    };
}
