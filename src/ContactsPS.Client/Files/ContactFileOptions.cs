using System.Text;

namespace ContactsPS.Client;

/// <summary>How a contact file is read.</summary>
/// <param name="Delimiter">What stands between two fields; null: said by a first line as <c>sep=;</c>, or found in the header, among <c>, ; | tab</c>.</param>
/// <param name="Encoding">
/// How the file is encoded; null: by its byte order mark, else UTF-8, with what isn't UTF-8 read as Windows-1252.
/// </param>
/// <param name="WorksheetName">The sheet of a workbook; null: the first that is not hidden.</param>
/// <param name="Header">
/// The names of the columns, where the first row is a contact; columns beyond them are called H and their place. null: the
/// first row is the header.
/// </param>
public sealed record ContactFileOptions(
    char? Delimiter = null, Encoding? Encoding = null, string? WorksheetName = null, IReadOnlyList<string>? Header = null);
