namespace ContactsPS.Client.Tests;

public sealed class MalformedRowTests
{
    [Theory]
    [InlineData("2,\"b\" x")]
    [InlineData("2,\"b\"x")]
    [InlineData("\"2\"2,b")]
    [InlineData("\"2\" ,b")]
    [InlineData("2,\"b\" \"x\"")]
    [InlineData("2, \"b\"")]
    [InlineData("\"\" ,")]
    public void A_misquoted_row_is_rejected_and_the_rows_around_it_are_read(string row)
    {
        List<string> judged = Judge($"phone,name\n1,a\n{row}\n3,\"c\"\n4,d\n");

        Assert.Equal(4, judged.Count);
        Assert.Equal("1,a fine", judged[0]);
        Assert.StartsWith($"{row} a quote is not closed, or text follows", judged[1], StringComparison.Ordinal);
        Assert.Equal(["3,\"c\" fine", "4,d fine"], judged[2..]);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData(",\"")]
    public void A_row_of_one_quote_is_rejected(string row)
    {
        Assert.StartsWith($"{row} a quote is not closed", Judge($"phone,name\n{row}\n2,b\n")[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,a\"b")]
    [InlineData("1,a\"b\"")]
    [InlineData("1,\"a\"\"b\"")]
    [InlineData("1,\"\"")]
    [InlineData("\"1\",\"a,b\"")]
    [InlineData("1,\"a\"\"\"")]
    [InlineData("1,\"\"\"a\"")]
    [InlineData("1, a\"b\"")]
    public void Valid_quotes_are_accepted(string row)
    {
        Assert.Equal([$"{row} fine", "2,b fine"], Judge($"phone,name\n{row}\n2,b\n"));
    }

    [Theory]
    [InlineData("1,a,b")]
    [InlineData("1,a,,b")]
    [InlineData("1,a,\"b\"")]
    [InlineData("1,a, ")]
    public void A_row_with_more_fields_than_columns_is_rejected(string row)
    {
        List<string> judged = Judge($"phone,name\n{row}\n2,b\n");

        Assert.StartsWith($"{row} the row has more fields than the header has columns (2)", judged[0], StringComparison.Ordinal);
        Assert.Equal("2,b fine", judged[1]);
    }

    [Fact]
    public void Extra_delimiters_at_the_end_of_a_row_are_accepted()
    {
        Assert.Equal(["1,a,,, fine", "2,b, fine"], Judge("phone,name\n1,a,,,\n2,b,\n"));
    }

    [Fact]
    public void Extra_fields_are_joined_to_the_last_field_and_extra_delimiters_are_dropped()
    {
        using DelimitedFileReader reader = FileTexts.Reader("phone,name\n1,a,,,\n2,b,c,\n3,,,d\n");

        Assert.Equal(["2: 1 | a", "3: 2 | b,c", "4: 3 | ,,d"], FileTexts.Rows(reader));
    }

    [Theory]
    [InlineData("phone, \"name\"")]
    [InlineData("phone,\"name")]
    [InlineData("phone,\"na\"me")]
    public void A_misquoted_header_is_malformed(string header)
    {
        ContactsException error = Assert.Throws<ContactsException>(() => FileTexts.Reader($"\n{header}\n1,a\n"));

        Assert.Equal(ErrorIds.FileMalformed, error.ErrorId);
        Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Quoted_line_feeds_are_counted_when_lines_end_with_a_carriage_return()
    {
        using DelimitedFileReader reader = FileTexts.Reader("phone,name\r1,\"a\nb\"\r2,c\r");

        Assert.Equal(["2: 1 | a\nb", "4: 2 | c"], FileTexts.Rows(reader));
    }

    [Fact]
    public void An_unclosed_quote_rejects_only_its_row()
    {
        List<string> judged = Judge("phone,name\n1,a\n2,\"b\n3,c\n4,d\n");

        Assert.Equal("1,a fine", judged[0]);
        Assert.StartsWith("2,\"b a quote is not closed", judged[1], StringComparison.Ordinal);
        Assert.Equal(["3,c fine", "4,d fine"], judged[2..]);
    }

    [Fact]
    public void An_unclosed_quote_before_thousands_of_rows_rejects_only_its_row()
    {
        string[] rows = [.. Enumerable.Range(2, 9998).Select(i => $"{i},name")];
        rows[0] = "2,\"Dupont";
        rows[3] = "5,\"Martin";
        rows[5000] = "5002,\"Martin, \"\"fils\"\"\nLyon\"";
        List<string> judged = Judge($"phone,name\n{string.Join('\n', rows)}\n");

        Assert.Equal(rows.Length, judged.Count);
        Assert.Equal(["2,\"Dupont", "5,\"Martin"], judged.Where(row => !row.EndsWith(" fine", StringComparison.Ordinal)).Select(row => row.Split(" a quote")[0]));
        Assert.Equal($"{rows[5000]} fine", judged[5000]);
    }

    [Fact]
    public void Line_numbers_are_right_after_an_unclosed_quote()
    {
        using DelimitedFileReader reader = FileTexts.Reader("phone,name\n1,\"a\n2,b\n3,\"c,d\"\n4,e\n");
        List<long> lines = [];
        while (reader.Read())
        {
            lines.Add(reader.LineNumber);
        }

        Assert.Equal([2, 3, 4, 5], lines);
    }

    [Fact]
    public void A_row_of_three_million_characters_is_read()
    {
        string text = new('x', 3_000_000);
        using DelimitedFileReader reader = FileTexts.Reader($"phone,name\n1,\"{text}\"\n2,b\n");

        Assert.True(reader.Read());
        Assert.Equal(text, reader.GetText(1));
        Assert.Equal(["3: 2 | b"], FileTexts.Rows(reader));
    }

    [Fact]
    public void An_unclosed_quote_before_millions_of_lines_affects_only_its_row()
    {
        using DelimitedFileReader reader = FileTexts.Reader("phone,name\n1,a\n2,\"b\n" + new string('\n', 5_000_000) + "3,c\n");

        Assert.Equal(["2: 1 | a", "3: 2 | b", "5000004: 3 | c"], FileTexts.Rows(reader));
    }

    [Fact]
    public void The_error_of_a_line_that_is_too_long_has_its_number()
    {
        using DelimitedFileReader reader = FileTexts.Reader("phone,name\n1,a\n2," + new string('b', 5_000_000));
        Assert.True(reader.Read());

        ContactsException error = Assert.Throws<ContactsException>(() => reader.Read());

        Assert.Equal(ErrorIds.FileMalformed, error.ErrorId);
        Assert.Contains("line 3 ", error.Message, StringComparison.Ordinal);
    }

    private static List<string> Judge(string text)
    {
        using DelimitedFileReader reader = FileTexts.Reader(text);
        List<string> judged = [];
        while (reader.Read())
        {
            judged.Add($"{FileTexts.RawRow(reader).TrimEnd('\r', '\n')} {reader.FindProblem() ?? "fine"}");
        }

        return judged;
    }
}
