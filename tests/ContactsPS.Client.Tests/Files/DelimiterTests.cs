namespace ContactsPS.Client.Tests;

public sealed class DelimiterTests
{
    [Theory]
    [InlineData("phone,name\n1,a\n")]
    [InlineData("phone;name\n1;a\n")]
    [InlineData("phone\tname\n1\ta\n")]
    [InlineData("phone|name\n1|a\n")]
    public void The_delimiter_is_detected_from_the_header(string text)
    {
        using DelimitedFileReader reader = FileTexts.Reader(text);

        Assert.Equal(["phone", "name"], reader.Columns);
        Assert.Equal(["2: 1 | a"], FileTexts.Rows(reader));
    }

    [Theory]
    [InlineData("\"a,b,c\";name\n1;a\n", "a,b,c")]
    [InlineData("\"a;\"\";b;c\",name\n1,a\n", "a;\";b;c")]
    [InlineData("\"a\n,,,,\";name\n1;a\n", "a\n,,,,")]
    public void Delimiters_inside_quoted_names_do_not_count(string text, string name)
    {
        using DelimitedFileReader reader = FileTexts.Reader(text);

        Assert.Equal([name, "name"], reader.Columns);
    }

    [Fact]
    public void Delimiters_in_the_rows_do_not_count()
    {
        using DelimitedFileReader reader = FileTexts.Reader("phone;name\n1;a,b,c,d\n");

        Assert.Equal(["2: 1 | a,b,c,d"], FileTexts.Rows(reader));
    }

    [Fact]
    public void A_given_delimiter_is_used()
    {
        using DelimitedFileReader reader = FileTexts.Reader("a,b^c\n1^2\n", '^');

        Assert.Equal(["a,b", "c"], reader.Columns);
        Assert.Equal(["2: 1 | 2"], FileTexts.Rows(reader));
    }

    [Fact]
    public void A_file_with_one_column_needs_no_delimiter()
    {
        using DelimitedFileReader reader = FileTexts.Reader("phone\n+33612345678\n\n+33612345679");

        Assert.Equal(["2: +33612345678", "4: +33612345679"], FileTexts.Rows(reader));
    }

    [Theory]
    [InlineData("\nphone;name\n1;a\n", "3: 1 | a")]
    [InlineData("\r\n\r\nphone;name\r\n1;a\r\n", "4: 1 | a")]
    [InlineData("#TYPE Selected.User\r\n\r\nphone;name\r\n1;a\r\n", "4: 1 | a")]
    public void The_delimiter_is_detected_after_blank_lines(string text, string row)
    {
        using DelimitedFileReader reader = FileTexts.Reader(text);

        Assert.Equal(["phone", "name"], reader.Columns);
        Assert.Equal([row], FileTexts.Rows(reader));
    }

    [Theory]
    [InlineData("Téléphone;Nom, Prénom\n1;a, b\n", "Téléphone", "Nom, Prénom")]
    [InlineData("Nom, Prénom, Titre;mobile\n1;a, b\n", "Nom, Prénom, Titre", "mobile")]
    [InlineData("phone,a;b;c\n1;a, b\n", "phone", "a;b;c")]
    public void The_delimiter_that_separates_the_phone_number_wins_over_the_most_frequent(string text, params string[] columns)
    {
        using DelimitedFileReader reader = FileTexts.Reader(text);

        Assert.Equal(columns, reader.Columns);
    }

    [Theory]
    [InlineData("sep=;\r\nphone;a,b,c\r\n1;a\r\n")]
    [InlineData("SEP=;\rphone;a,b,c\r1;a\r")]
    [InlineData("\uFEFFsep=;\nphone;a,b,c\n1;a\n")]
    public void A_sep_line_sets_the_delimiter_and_is_not_the_header(string text)
    {
        using DelimitedFileReader reader = FileTexts.Reader(text);

        Assert.Equal(["phone", "a,b,c"], reader.Columns);
        Assert.Equal(["3: 1 | a"], FileTexts.Rows(reader));
    }

    [Fact]
    public void A_given_delimiter_wins_over_a_sep_line()
    {
        using DelimitedFileReader reader = FileTexts.Reader("sep=;\nphone;a,name\n", ',');

        Assert.Equal(["phone;a", "name"], reader.Columns);
    }

    [Theory]
    [InlineData("sep=,phone\n1,2\n", "sep=,phone")]
    [InlineData("sep=;;phone\n1;2\n", "sep=;;phone")]
    public void A_header_that_starts_like_a_sep_line_is_a_header(string text, string header)
    {
        using DelimitedFileReader reader = FileTexts.Reader(text);

        Assert.Equal(header, FileTexts.RawRow(reader).TrimEnd());
    }
}
