using System.Text;

namespace ContactsPS.Client;

/// <summary>How to read a contact file.</summary>
/// <param name="Delimiter">
/// The ASCII character between two fields of delimited text. Default: null, which means the delimiter of a first line
/// such as <c>sep=;</c>, or else the one of <c>, ; | tab</c> that fits the header. For a workbook and for JSON Lines, it is
/// only <see cref="ContactRows.Delimiter"/>, and the default is a comma.
/// </param>
/// <param name="Encoding">
/// The encoding of delimited text. A byte order mark in the file has priority. Default: null, which means UTF-8, and
/// bytes that are not valid UTF-8 are read as Windows-1252.
/// </param>
/// <param name="WorksheetName">
/// The name of the sheet of a workbook. Default: null, which means the first sheet that is not hidden.
/// </param>
/// <param name="Header">
/// The names of the columns of a file without a header: the first row is then a contact. Columns without a name are named H
/// and their position. Default: null, which means that the first row is the header.
/// </param>
public sealed record ContactFileOptions(
    char? Delimiter = null, Encoding? Encoding = null, string? WorksheetName = null, IReadOnlyList<string>? Header = null);
