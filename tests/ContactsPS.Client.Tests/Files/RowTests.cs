using System.Text;
using CsCheck;

namespace ContactsPS.Client.Tests;

public sealed class RowTests
{
    private static readonly char[] s_delimiters = [',', ';', '\t', '|'];

    [Fact]
    public void Blank_lines_are_skipped_and_counted()
    {
        using DelimitedFileReader reader = FileTexts.Reader("phone,name\n\n\r\n1,a\n\n\n2,b\n\n");

        Assert.Equal(["4: 1 | a", "7: 2 | b"], FileTexts.Rows(reader));
    }

    [Theory]
    [InlineData(",\n")]
    [InlineData(",,,\r\n")]
    [InlineData("\"\"\n")]
    [InlineData("\"\",\"\"\r")]
    public void Rows_of_only_delimiters_are_skipped_and_counted(string row)
    {
        using DelimitedFileReader reader = FileTexts.Reader($"{row}phone,name\n{row}{row}1,a\n{row},b\n{row}", ',');

        Assert.Equal(["phone", "name"], reader.Columns);
        Assert.Equal(["5: 1 | a", "7:  | b"], FileTexts.Rows(reader));
    }

    [Fact]
    public void A_row_of_spaces_is_a_row()
    {
        using DelimitedFileReader reader = FileTexts.Reader("phone,name\n  \n, \n1,a\n");

        Assert.Equal(["2:    | ", "3:  |  ", "4: 1 | a"], FileTexts.Rows(reader));
    }

    [Theory]
    [InlineData("phone,name\n1,a\n\u001A")]
    [InlineData("phone,name\r1,a\r\u001A")]
    public void A_control_Z_at_the_end_of_the_file_is_not_a_row(string text)
    {
        using DelimitedFileReader whole = FileTexts.Reader(text);
        using var dripped = new DelimitedFileReader(new DrippingStream(Encoding.UTF8.GetBytes(text), 1));

        Assert.Equal(["2: 1 | a"], FileTexts.Rows(whole));
        Assert.Equal(["2: 1 | a"], FileTexts.Rows(dripped));
    }

    [Fact]
    public void A_control_Z_elsewhere_is_text()
    {
        using DelimitedFileReader reader = FileTexts.Reader("phone,name\n\u001A\n1,a\u001A");

        Assert.Equal(["2: \u001A | ", "3: 1 | a\u001A"], FileTexts.Rows(reader));
    }

    [Fact]
    public void Quoted_line_breaks_are_text_and_later_line_numbers_are_right()
    {
        using DelimitedFileReader reader = FileTexts.Reader("phone,\"na\nme\"\n1,\"a\nb\"\n2,\"x\r\n\r\ny\"\n3,c\n");

        Assert.Equal(["phone", "na\nme"], reader.Columns);
        Assert.Equal(["3: 1 | a\nb", "5: 2 | x\r\n\r\ny", "8: 3 | c"], FileTexts.Rows(reader));
    }

    [Theory]
    [InlineData("#1,a")]
    [InlineData("#TYPE,a")]
    [InlineData("//,a")]
    [InlineData("sep=,a")]
    [InlineData("\u00001,a")]
    public void A_row_may_start_with_any_character(string row)
    {
        using DelimitedFileReader reader = FileTexts.Reader($"phone,name\n{row}\n2,b\n");

        Assert.Equal([$"2: {row.Replace(",", " | ", StringComparison.Ordinal)}", "3: 2 | b"], FileTexts.Rows(reader));
    }

    [Fact]
    public void The_missing_fields_of_a_short_row_are_empty()
    {
        using DelimitedFileReader reader = FileTexts.Reader("phone,name,city\n1\n2,b\n");

        Assert.Equal(["2: 1 |  | ", "3: 2 | b | "], FileTexts.Rows(reader));
    }

    [Fact]
    public void The_last_row_needs_no_line_end()
    {
        using DelimitedFileReader reader = FileTexts.Reader("phone,name\r\n1,a");

        Assert.Equal(["2: 1 | a"], FileTexts.Rows(reader));
    }

    [Fact]
    public void Fields_written_by_the_rules_of_CSV_are_read_unchanged()
    {
        // Rows without text are skipped, so none is generated.
        Gen<string[][]> rows = Gen.Int[1, 4].SelectMany(
            columns => Texts.Any.Array[columns].Where(row => row.Any(field => field.Length > 0)).Array[0, 8]);
        Gen.Select(rows, Gen.OneOf(s_delimiters), Gen.OneOf("\n", "\r\n"), Gen.Bool).Sample(
            (rows, delimiter, newLine, quotesAll) =>
            {
                int columns = rows.FirstOrDefault([""]).Length;
                string[] header = [.. Enumerable.Range(0, columns).Select(i => i == 0 ? "phone" : $"c{i}")];
                string text = string.Concat(rows.Prepend(header).Select(row =>
                    string.Join(delimiter, row.Select(field => Write(field, delimiter, quotesAll || columns == 1))) + newLine));
                using DelimitedFileReader reader = FileTexts.Reader(text, delimiter);
                List<string[]> read = [];
                long line = 1 + Lines(string.Concat(newLine));
                while (reader.Read())
                {
                    Assert.Equal(line, reader.LineNumber);
                    Assert.Null(reader.FindProblem());
                    read.Add(reader.GetSource().Fields.ToArray());
                    line += Lines(FileTexts.RawRow(reader));
                }

                Assert.Equal(rows, read);
            },
            iter: 1000);
    }

    private static int Lines(string text) => text.Count(c => c == '\n');

    private static string Write(string field, char delimiter, bool isQuoted) =>
        isQuoted || field.AsSpan().IndexOfAny(delimiter, '\r', '\n') >= 0 || field.TrimStart(' ').StartsWith('"') || field.StartsWith('\0')
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
