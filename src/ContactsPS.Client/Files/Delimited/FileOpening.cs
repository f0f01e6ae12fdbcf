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
    /// The delimiter of a header: the one that makes a column known to hold the phone number, or else most columns. A
    /// comma where there is none.
    /// </summary>
    public static char FindDelimiter(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> header = text.TrimStart("\r\n"u8);
        (bool IsKnown, int Columns, byte Delimiter) best = (false, 0, Candidates[0]);
        foreach (byte candidate in header.IsEmpty ? default : Candidates)
        {
            var row = new DelimitedRow(candidate);
            row.TryCut(header, isLast: true);
            bool isKnown = HasPhoneNumber(row, header);
            if ((isKnown, row.FieldCount).CompareTo((best.IsKnown, best.Columns)) > 0)
            {
                best = (isKnown, row.FieldCount, candidate);
            }
        }

        return (char)best.Delimiter;
    }

    private static bool HasPhoneNumber(DelimitedRow row, ReadOnlySpan<byte> header)
    {
        for (int i = 0; i < row.FieldCount; i++)
        {
            string name = Encoding.UTF8.GetString(row.GetField(header, i));
            if (ColumnName.TryRecognise(name, out ContactField field, out _) && field == ContactField.PhoneNumber)
            {
                return true;
            }
        }

        return false;
    }
}
