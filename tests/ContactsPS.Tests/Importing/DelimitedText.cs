using System.Text;

namespace ContactsPS.Tests.Importing;

/// <summary>Reads delimited text strictly by RFC 4180, independently of the module.</summary>
public sealed class DelimitedText
{
    private readonly string[][] _lines;

    private DelimitedText(string[][] lines) => _lines = lines;

    public IReadOnlyList<string> Columns => _lines[0];

    /// <summary>The rows after the header.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows => _lines[1..];

    /// <summary>The fields of a column.</summary>
    public IReadOnlyList<string> this[string column] => [.. Rows.Select(row => row[Array.IndexOf(_lines[0], column)])];

    public static DelimitedText Read(string path, char delimiter = ',') => Parse(File.ReadAllText(path), delimiter);

    public static DelimitedText Parse(string text, char delimiter)
    {
        List<string[]> lines = [];
        List<string> fields = [];
        for (int next = 0; next < text.Length;)
        {
            fields.Add(ReadField(text, delimiter, ref next));
            if (next == text.Length || text[next] is '\r' or '\n')
            {
                lines.Add([.. fields]);
                fields.Clear();
                next += text[next..].StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1;
            }
            else
            {
                Assert.Equal(delimiter, text[next++]);
            }
        }

        Assert.All(lines, line => Assert.Equal(lines[0].Length, line.Length));
        return new DelimitedText([.. lines]);
    }

    /// <summary>Writes a line, with quotes only where they are needed.</summary>
    public static string Line(char delimiter, params IEnumerable<string> fields) => string.Join(delimiter, fields.Select(field =>
        field.Contains(delimiter) || field.AsSpan().ContainsAny('"', '\r', '\n')
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field)) + "\r\n";

    private static string ReadField(string text, char delimiter, ref int next)
    {
        var field = new StringBuilder();
        if (text[next] != '"')
        {
            while (next < text.Length && text[next] != delimiter && text[next] is not ('\r' or '\n'))
            {
                field.Append(text[next++]);
            }

            return field.ToString();
        }

        for (next++; ; next++)
        {
            if (text[next] == '"' && (next + 1 == text.Length || text[next + 1] != '"'))
            {
                next++;
                return field.ToString();
            }

            next += text[next] == '"' ? 1 : 0;
            field.Append(text[next]);
        }
    }
}
