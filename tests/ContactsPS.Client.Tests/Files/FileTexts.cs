using System.Text;

namespace ContactsPS.Client.Tests;

/// <summary>Reads delimited text from memory.</summary>
internal static class FileTexts
{
    /// <summary>A reader of a text in UTF-8.</summary>
    public static DelimitedFileReader Reader(string text, char? delimiter = null) => Reader(Encoding.UTF8.GetBytes(text), delimiter);

    /// <summary>A reader of bytes.</summary>
    public static DelimitedFileReader Reader(byte[] bytes, char? delimiter = null) =>
        new(new MemoryStream(bytes), new ContactFileOptions(delimiter));

    /// <summary>An intake that adds the rows of a file to a batch without validation of the phone numbers.</summary>
    public static RowIntake Intake(DelimitedFileReader reader) => new(
        reader, ColumnMap.Match(reader.Columns), new ContactIntake(new IntakeOptions(SkipValidation: true)));

    /// <summary>A batch of the rows of a file with one column, phone. A row <c>none</c> is read and not sent.</summary>
    public static ContactBatch Batch(string rows)
    {
        using DelimitedFileReader reader = Reader($"phone\n{rows}");
        RowIntake intake = Intake(reader);
        var batch = new ContactBatch(new CreateContactsRequest(), capacity: 400, RowIntake.MakeSources());
        while (reader.Read())
        {
            if (reader.GetText(0) == "none")
            {
                batch.Sources!.MarkGap();
            }
            else
            {
                Assert.Equal(IntakeKind.Taken, intake.Add(batch).Kind);
            }
        }

        return batch;
    }

    /// <summary>The current row, unchanged.</summary>
    public static string RawRow(DelimitedFileReader reader) => Encoding.UTF8.GetString(reader.RawRow);

    /// <summary>Reads the remaining rows: the number of the first line of each, and its fields.</summary>
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
