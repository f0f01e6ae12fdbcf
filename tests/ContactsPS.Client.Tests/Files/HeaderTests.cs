namespace ContactsPS.Client.Tests;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\n\r\n\n")]
    [InlineData("\uFEFF")]
    [InlineData("#TYPE Selected.User\r\n")]
    [InlineData("#TYPE Selected.User")]
    public void A_file_without_a_header_is_malformed(string text)
    {
        ContactsException error = Assert.Throws<ContactsException>(() => FileTexts.Reader(text));

        Assert.Equal(ErrorIds.FileMalformed, error.ErrorId);
        Assert.Contains("no header", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("phone,name")]
    [InlineData("phone,name\n")]
    [InlineData("phone,name\r\n\r\n\n")]
    public void A_file_of_a_header_alone_has_no_rows(string text)
    {
        using ContactFileReader reader = FileTexts.Reader(text);

        Assert.Equal(["phone", "name"], reader.Columns);
        Assert.Empty(FileTexts.Rows(reader));
    }

    [Theory]
    [InlineData("phone,name,phone\n", "phone")]
    [InlineData("phone,name,NAME\n", "NAME")]
    [InlineData("H2,\n", "H2")]
    public void Two_columns_of_one_name_are_malformed(string text, string name)
    {
        ContactsException error = Assert.Throws<ContactsException>(() => FileTexts.Reader(text));

        Assert.Equal(ErrorIds.FileMalformed, error.ErrorId);
        Assert.Contains($"'{name}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_without_a_name_is_called_by_its_place()
    {
        using ContactFileReader reader = FileTexts.Reader("phone,, ,\"\"\n1,2,3,4\n");

        Assert.Equal(["phone", "H2", "H3", "H4"], reader.Columns);
        Assert.Equal(["2: 1 | 2 | 3 | 4"], FileTexts.Rows(reader));
    }

    [Fact]
    public void The_type_line_of_windows_powershell_is_passed_over_and_counted()
    {
        using ContactFileReader reader = FileTexts.Reader("#TYPE System.Management.Automation.PSCustomObject\r\n\"phone\";\"name\"\r\n\"1\";\"a\"\r\n");

        Assert.Equal(["phone", "name"], reader.Columns);
        Assert.Equal(["3: 1 | a"], FileTexts.Rows(reader));
    }

    [Fact]
    public void A_header_longer_than_any_buffer_is_read_whole()
    {
        string[] names = [.. Enumerable.Range(0, 40_000).Select(i => $"column {i}")];
        using ContactFileReader reader = FileTexts.Reader(string.Join(';', names) + "\n1;2\n");

        Assert.Equal(names, reader.Columns);
        Assert.True(reader.Read());
        Assert.Equal("2", reader.GetText(1));
        Assert.Equal(string.Empty, reader.GetText(39_999));
    }

    [Fact]
    public void A_reader_that_can_not_be_made_closes_a_file_it_opened()
    {
        using var file = new TemporaryFile("a,a\n");

        Assert.Throws<ContactsException>(() => ContactFileReader.Open(file.Path, cancellationToken: TestContext.Current.CancellationToken));

        using FileStream alone = new(file.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }
}
