namespace ContactsPS.Client;

/// <summary>A row of a contact file, as it came in.</summary>
/// <param name="Columns">The names of the columns: <see cref="ContactRows.PropertyNames"/>.</param>
/// <param name="Fields">The fields, one for each column, as they stand in the file.</param>
/// <param name="LineNumber">The line the row begins on; the first line of the file is 1.</param>
public sealed record SourceRow(IReadOnlyList<string> Columns, IReadOnlyList<string> Fields, long LineNumber);
