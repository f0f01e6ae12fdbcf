using System.Text;

namespace ContactsPS.Client.Tests;

/// <summary>Reads contact files that tests make.</summary>
internal static class FileTexts
{
    /// <summary>A reader of a text in UTF-8.</summary>
    public static ContactFileReader Reader(string text, char? delimiter = null) => Reader(Encoding.UTF8.GetBytes(text), delimiter);

    /// <summary>A reader of bytes.</summary>
    public static ContactFileReader Reader(byte[] bytes, char? delimiter = null) =>
        new(new MemoryStream(bytes), new ContactFileOptions(delimiter));

    /// <summary>Takes the rows of a file as text numbers onto a batch, as they are.</summary>
    public static RowIntake Intake(ContactFileReader reader) => new(
        reader, ColumnMap.Match(reader.Columns), new PhoneNumberIntake(new PhoneNumberOptions(SkipValidation: true)));

    /// <summary>The current row as it stands in the file.</summary>
    public static string RawRow(ContactFileReader reader) => Encoding.UTF8.GetString(reader.RawRow);

    /// <summary>Each row that is left: the line it begins on, and its fields.</summary>
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
