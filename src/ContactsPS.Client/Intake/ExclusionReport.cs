namespace ContactsPS.Client;

/// <summary>What was read from a file of numbers that must not be sent.</summary>
/// <param name="Numbers">The count of numbers in the file. A number that appears twice counts twice.</param>
/// <param name="Columns">The names of the columns that the numbers are in. Empty for a file without a header.</param>
/// <param name="RowsWithoutNumber">The count of rows that contain text, and no phone number.</param>
public sealed record ExclusionReport(long Numbers, IReadOnlyList<string> Columns, long RowsWithoutNumber);
