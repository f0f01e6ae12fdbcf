namespace ContactsPS.Client;

/// <summary>A field that several columns claimed.</summary>
/// <param name="Field">The field.</param>
/// <param name="Chosen">The name of the column it comes from.</param>
/// <param name="Others">The names of the columns that are not used.</param>
public sealed record ColumnConflict(ContactField Field, string Chosen, IReadOnlyList<string> Others);
