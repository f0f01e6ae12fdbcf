using System.Text;

namespace ContactsPS.Client.Tests;

/// <summary>Reads contact files that tests make.</summary>
internal static class FileTexts
{
    /// <summary>A reader of a text in UTF-8.</summary>
    public static DelimitedFileReader Reader(string text, char? delimiter = null) => Reader(Encoding.UTF8.GetBytes(text), delimiter);

    /// <summary>A reader of bytes.</summary>
    public static DelimitedFileReader Reader(byte[] bytes, char? delimiter = null) =>
        new(new MemoryStream(bytes), new ContactFileOptions(delimiter));

    /// <summary>Takes the rows of a file as text numbers onto a batch, as they are.</summary>
    public static RowIntake Intake(DelimitedFileReader reader) => new(
        reader, ColumnMap.Match(reader.Columns), new ContactIntake(new IntakeOptions(SkipValidation: true)));

    /// <summary>The current row as it stands in the file.</summary>
    public static string RawRow(DelimitedFileReader reader) => Encoding.UTF8.GetString(reader.RawRow);

    /// <summary>Each row that is left: the line it begins on, and its fields.</summary>
    public static List<string> Rows(DelimitedFileReader reader)
    {
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add($"{reader.LineNumber}: {string.Join(" | ", reader.GetSource().Fields.ToArray())}");
        }

        return rows;
    }
}
