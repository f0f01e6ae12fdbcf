using System.Text;

namespace ContactsPS.Client;

/// <summary>Writes the lines of delimited text, by RFC 4180.</summary>
internal static class DelimitedLine
{
    /// <summary>Makes a line of fields, with its line end.</summary>
    public static string Of(IEnumerable<string> fields, char delimiter) =>
        string.Join(delimiter, fields.Select(field => Quote(field, delimiter))) + "\r\n";

    /// <summary>
    /// Copies lines that <see cref="Of"/> made, the first one aside, and gives each as many fields: empty ones, before its
    /// last ones.
    /// </summary>
    /// <param name="from">The lines.</param>
    /// <param name="to">Where they go.</param>
    /// <param name="delimiter">What stands between two fields.</param>
    /// <param name="header">What the first line is to be.</param>
    /// <param name="count">How many fields a line is to have.</param>
    /// <param name="last">How many of them stay the last ones.</param>
    public static void Widen(TextReader from, TextWriter to, char delimiter, string header, int count, int last)
    {
        var line = new StringBuilder();
        List<int> delimiters = [];
        bool isQuoted = false;
        bool isHeader = true;
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

            if (isHeader)
            {
                to.Write(header);
            }
            else
            {
                int place = delimiters.Count < last ? 0 : delimiters[^last];
                to.Write(line.Insert(place, new string(delimiter, count - delimiters.Count - 1)));
            }

            isHeader = false;
            line.Clear();
            delimiters.Clear();
        }
    }

    /// <summary>Section 2: a field with a delimiter, a quote or a line break in it is quoted.</summary>
    private static string Quote(string field, char delimiter) =>
        field.Contains(delimiter) || field.AsSpan().ContainsAny('"', '\r', '\n')
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
