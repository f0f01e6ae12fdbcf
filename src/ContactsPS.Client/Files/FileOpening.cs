namespace ContactsPS.Client;

/// <summary>
/// Looks at the first line of a contact file before its rows are read: finds the <c>#TYPE</c> line that <c>Export-Csv</c>
/// of Windows PowerShell writes, and the delimiter in the header.
/// </summary>
internal static class FileOpening
{
    /// <summary>How far it should see, in bytes: far longer than headers are.</summary>
    public const int LookAhead = 64 * 1024;

    /// <summary>The delimiters it looks for; between equals, the first.</summary>
    private static ReadOnlySpan<byte> Candidates => ",;\t|"u8;

    /// <summary>How long the <c>#TYPE</c> line is that a text begins with; 0 where it begins with none.</summary>
    public static int MeasureTypeLine(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("#TYPE "u8))
        {
            return 0;
        }

        int end = text.IndexOf((byte)'\n');
        return end < 0 ? text.Length : end + 1;
    }

    /// <summary>The delimiter of a header; a comma where there is none.</summary>
    public static char FindDelimiter(ReadOnlySpan<byte> text)
    {
        Span<int> counts = stackalloc int[Candidates.Length];
        bool isQuoted = false;
        foreach (byte c in text.TrimStart("\r\n"u8))
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && c is (byte)'\r' or (byte)'\n')
            {
                break;
            }
            else if (!isQuoted && Candidates.IndexOf(c) is >= 0 and int candidate)
            {
                counts[candidate]++;
            }
        }

        int best = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return (char)Candidates[best];
    }
}
