namespace ContactsPS.Client;

/// <summary>Something about the column that a field comes from that a person should look at.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Field">The field.</param>
/// <param name="Chosen">The name of the column it comes from.</param>
/// <param name="Others">The names of the other columns it is about, in their order; none where it is about the chosen one alone.</param>
public sealed record ColumnWarning(ColumnWarningKind Kind, ContactField Field, string Chosen, IReadOnlyList<string> Others);
