namespace ContactsPS.Client;

/// <summary>A row of a contact file, unchanged.</summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Fields">The fields, one for each column, as they are in the file.</param>
/// <param name="LineNumber">The line on which the row begins. The first line of the file is 1.</param>
public sealed record SourceRow(IReadOnlyList<string> Columns, IReadOnlyList<string> Fields, long LineNumber);
