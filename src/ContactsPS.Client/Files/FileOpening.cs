namespace ContactsPS.Client;

/// <summary>
/// Looks at the first line of a contact file before its rows are read: drops the <c>#TYPE</c> line that
/// <c>Export-Csv</c> of Windows PowerShell writes, and finds the delimiter in the header.
/// </summary>
internal static class FileOpening
{
    /// <summary>How far it looks, in UTF-16 units: far longer than headers are.</summary>
    private const int LookAhead = 64 * 1024;

    /// <summary>The delimiters it looks for; between equals, the first.</summary>
    private static readonly char[] s_candidates = [',', ';', '\t', '|'];

    /// <summary>Gives a reader of all but the <c>#TYPE</c> line, and the delimiter.</summary>
    /// <param name="reader">The file from its start.</param>
    /// <param name="skippedLines">How many lines were dropped: 0 or 1.</param>
    /// <param name="delimiter">The delimiter of the header; a comma where there is none.</param>
    public static TextReader Look(TextReader reader, out int skippedLines, out char delimiter)
    {
        var start = new char[LookAhead];
        int length = reader.ReadBlock(start, 0, start.Length);
        ReadOnlySpan<char> text = start.AsSpan(0, length);
        skippedLines = 0;
        int skipped = 0;
        if (text.StartsWith("#TYPE "))
        {
            int end = text.IndexOf('\n');
            skipped = end < 0 ? length : end + 1;
            skippedLines = 1;
        }

        delimiter = FindDelimiter(text[skipped..]);
        return new PrefixedReader(start.AsMemory(skipped, length - skipped), reader);
    }

    private static char FindDelimiter(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[s_candidates.Length];
        bool isQuoted = false;
        foreach (char c in text.TrimStart("\r\n"))
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (!isQuoted && c is '\r' or '\n')
            {
                break;
            }
            else if (!isQuoted && Array.IndexOf(s_candidates, c) is >= 0 and int candidate)
            {
                counts[candidate]++;
            }
        }

        int best = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return s_candidates[best];
    }

    /// <summary>Gives the characters that were looked at, then the rest.</summary>
    private sealed class PrefixedReader(ReadOnlyMemory<char> prefix, TextReader rest) : TextReader
    {
        private ReadOnlyMemory<char> _prefix = prefix;

        public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

        public override int Read(Span<char> buffer)
        {
            if (_prefix.IsEmpty)
            {
                return rest.Read(buffer);
            }

            int count = Math.Min(buffer.Length, _prefix.Length);
            _prefix.Span[..count].CopyTo(buffer);
            _prefix = _prefix[count..];
            return count;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                rest.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
