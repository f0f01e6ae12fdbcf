namespace ContactsPS.Client;

/// <summary>A row that was looked at before it is read.</summary>
/// <param name="Line">The line that it begins on.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Delimiter">The delimiter between its cells. Null in a workbook.</param>
/// <param name="CodePage">The code page of the file. Null for UTF-8, and in a workbook.</param>
internal sealed record PeekedRow(long Line, IReadOnlyList<string> Cells, char? Delimiter, int? CodePage);
