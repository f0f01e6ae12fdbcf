using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Looks at the first lines of a contact file before its rows are read: finds a line that stands before the header, and
/// the delimiter in the header.
/// </summary>
internal static class FileOpening
{
    /// <summary>How far it should see, in bytes: far longer than headers are.</summary>
    public const int LookAhead = 64 * 1024;

    /// <summary>The delimiters it looks for; between equals, the first.</summary>
    private static ReadOnlySpan<byte> Candidates => ",;\t|"u8;

    /// <summary>How long the byte order marks are that a text begins with: two programs may each have put one there.</summary>
    public static int MeasureMarks(ReadOnlySpan<byte> text)
    {
        int length = 0;
        while (text[length..].StartsWith("\uFEFF"u8))
        {
            length += "\uFEFF"u8.Length;
        }

        return length;
    }

    /// <summary>
    /// How long the line is that a text begins with, where it is one that programs write before the header: <c>#TYPE</c>,
    /// of <c>Export-Csv</c> of Windows PowerShell, or <c>sep=;</c>, which tells Excel the delimiter. 0 where it is neither.
    /// </summary>
    public static int MeasureNote(ReadOnlySpan<byte> text, out char? delimiter)
    {
        int end = text.IndexOfAny("\r\n"u8);
        ReadOnlySpan<byte> line = end < 0 ? text : text[..end];
        delimiter = line.Length == "sep=;".Length && Ascii.EqualsIgnoreCase(line[..^1], "sep="u8) ? (char)line[^1] : null;
        if (delimiter is null && !line.StartsWith("#TYPE "u8))
        {
            return 0;
        }

        return line.Length + (text[line.Length..].StartsWith("\r\n"u8) ? 2 : end < 0 ? 0 : 1);
    }

    /// <summary>
    /// The delimiter of a text: the one that makes as many columns as there are names, or that makes a column known to
    /// hold the phone number, or else most columns. A comma when there is no such character.
    /// </summary>
    /// <param name="text">The beginning of the text.</param>
    /// <param name="names">The names of its columns; null where it begins with them.</param>
    public static char FindDelimiter(ReadOnlySpan<byte> text, IReadOnlyList<string>? names)
    {
        ReadOnlySpan<byte> line = text.TrimStart("\r\n"u8);
        (bool IsKnown, int Columns, byte Delimiter) best = (false, 1, Candidates[0]);
        foreach (byte candidate in line.IsEmpty ? default : Candidates)
        {
            var row = new DelimitedRow(candidate);
            row.TryCut(line, isLast: true);

            // One column is what a delimiter makes that isn't there: whether it is known says nothing.
            if (row.FieldCount == 1)
            {
                continue;
            }

            bool isKnown = names is null ? HasPhoneNumber(row, line) : row.FieldCount == names.Count;
            if ((isKnown && !best.IsKnown) || (isKnown == best.IsKnown && row.FieldCount > best.Columns))
            {
                best = (isKnown, row.FieldCount, candidate);
            }
        }

        return (char)best.Delimiter;
    }

    /// <summary>
    /// Whether one of the columns is known to hold the phone number. One with another delimiter in its name isn't looked
    /// at: it may be several columns that were not told apart.
    /// </summary>
    private static bool HasPhoneNumber(DelimitedRow row, ReadOnlySpan<byte> header)
    {
        for (int i = 0; i < row.FieldCount; i++)
        {
            ReadOnlySpan<byte> name = row.GetField(header, i);
            if (!name.ContainsAny(Candidates)
                && ColumnName.TryRecognise(Encoding.UTF8.GetString(name), out ContactField field, out _)
                && field == ContactField.PhoneNumber)
            {
                return true;
            }
        }

        return false;
    }
}
