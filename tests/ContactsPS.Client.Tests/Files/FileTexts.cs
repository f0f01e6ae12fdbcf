using System.Text;

namespace ContactsPS.Client.Tests;

/// <summary>Reads delimited text from memory.</summary>
internal static class FileTexts
{
    /// <summary>A reader of a text in UTF-8.</summary>
    public static ContactFileReader Reader(string text, char? delimiter = null) => Reader(Encoding.UTF8.GetBytes(text), delimiter);

    /// <summary>A reader of bytes.</summary>
    public static ContactFileReader Reader(byte[] bytes, char? delimiter = null) =>
        new(new MemoryStream(bytes), new ContactFileOptions(delimiter));

    /// <summary>An intake that adds the rows of a file to a batch without validation of the phone numbers.</summary>
    public static RowIntake Intake(ContactFileReader reader) => new(
        reader, ColumnMap.Match(reader.Columns), new PhoneNumberIntake(new PhoneNumberOptions(SkipValidation: true)));

    /// <summary>The current row, unchanged.</summary>
    public static string RawRow(ContactFileReader reader) => Encoding.UTF8.GetString(reader.RawRow);

    /// <summary>Reads the remaining rows: the number of the first line of each, and its fields.</summary>
    public static List<string> Rows(ContactFileReader reader)
    {
        List<string> rows = [];
        while (reader.Read())
        {
            rows.Add($"{reader.LineNumber}: {string.Join(" | ", reader.GetFields())}");
        }

        return rows;
    }
}
