using System.Buffers;
using System.Text;

namespace ContactsPS.Benchmarks;

/// <summary>Writes contact files: a header and 8 columns, about 65 bytes a row, some fields quoted.</summary>
internal static class ContactFile
{
    private static readonly SearchValues<char> s_quoted = SearchValues.Create(",\"\n");

    /// <summary>Writes a file, or into a pipe.</summary>
    public static void Write(string path, int rows, PhoneNumberStyle style)
    {
        using var writer = new StreamWriter(
            new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024);
        writer.Write(string.Join(',', SampleContact.Columns));
        writer.Write('\n');
        var fields = new string[SampleContact.Columns.Length];
        for (int row = 0; row < rows; row++)
        {
            SampleContact.Read(row, style, fields);
            for (int i = 0; i < fields.Length; i++)
            {
                WriteField(writer, fields[i]);
                writer.Write(i < fields.Length - 1 ? ',' : '\n');
            }
        }
    }

    private static void WriteField(StreamWriter writer, string field) =>
        writer.Write(field.AsSpan().ContainsAny(s_quoted)
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : field);
}
