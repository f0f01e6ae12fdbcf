namespace ContactsPS.Client;

/// <summary>A choice of a column that may be wrong.</summary>
/// <param name="Kind">The reason for the warning.</param>
/// <param name="Field">The field.</param>
/// <param name="Chosen">The name of the column that was chosen.</param>
/// <param name="Others">The names of the other columns that could be meant, in their order. Empty when the warning is only about the chosen column.</param>
public sealed record ColumnWarning(ColumnWarningKind Kind, ContactField Field, string Chosen, IReadOnlyList<string> Others);
