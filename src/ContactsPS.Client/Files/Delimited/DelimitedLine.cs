using System.Text;

namespace ContactsPS.Client;

/// <summary>Writes lines of delimited text (RFC 4180).</summary>
internal static class DelimitedLine
{
    /// <summary>Makes a line from fields, with its line end.</summary>
    public static string Of(IEnumerable<string> fields, char delimiter) =>
        string.Join(delimiter, fields.Select(field => Quote(field, delimiter))) + "\r\n";

    /// <summary>
    /// Copies lines that <see cref="Of"/> made. A line that has too few fields gets empty fields, which are inserted before
    /// its last fields.
    /// </summary>
    /// <param name="from">The lines.</param>
    /// <param name="to">Gets the copied lines.</param>
    /// <param name="delimiter">The character between two fields.</param>
    /// <param name="count">The number of fields that each line must have.</param>
    /// <param name="last">The number of fields that stay at the end of the line.</param>
    public static void Widen(TextReader from, TextWriter to, char delimiter, int count, int last)
    {
        var line = new StringBuilder();
        List<int> delimiters = [];
        bool isQuoted = false;
        while (from.Read() is >= 0 and int next)
        {
            char c = (char)next;
            isQuoted ^= c == '"';
            if (c == delimiter && !isQuoted)
            {
                delimiters.Add(line.Length);
            }

            line.Append(c);
            if (c != '\n' || isQuoted)
            {
                continue;
            }

            int place = delimiters.Count < last ? 0 : delimiters[^last];
            to.Write(line.Insert(place, new string(delimiter, count - delimiters.Count - 1)));
            line.Clear();
            delimiters.Clear();
        }
    }

    /// <summary>Quotes a field that contains a delimiter, a quote or a line break (RFC 4180, section 2).</summary>
    private static string Quote(string field, char delimiter) =>
        field.Contains(delimiter) || field.AsSpan().ContainsAny('"', '\r', '\n')
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
