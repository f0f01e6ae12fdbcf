namespace ContactsPS.Client.Tests;

public sealed class HeaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("\n\r\n\n")]
    [InlineData("\uFEFF")]
    [InlineData("#TYPE Selected.User\r\n")]
    [InlineData("#TYPE Selected.User")]
    [InlineData("sep=;")]
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
    public void A_file_with_only_a_header_has_no_rows(string text)
    {
        using DelimitedFileReader reader = FileTexts.Reader(text);

        Assert.Equal(["phone", "name"], reader.Columns);
        Assert.Empty(FileTexts.Rows(reader));
    }

    [Theory]
    [InlineData("phone,Notes,Notes\n1,2,3\n", "Notes", "Notes (2)")]
    [InlineData("phone,Notes,NOTES\n1,2,3\n", "Notes", "NOTES (2)")]
    [InlineData("phone,Notes,Notes,Notes (2),Notes\n1,2,3\n", "Notes", "Notes (3)", "Notes (2)", "Notes (4)")]
    [InlineData("phone,H3,\n1,2,3\n", "H3", "H3 (2)")]
    public void Columns_of_one_name_have_names_of_their_own_in_a_row(string text, params string[] names)
    {
        using DelimitedFileReader reader = FileTexts.Reader(text);

        Assert.True(reader.Read());
        Assert.Equal(["phone", .. names], reader.GetSource().Columns);
        Assert.Equal("3", reader.GetSource().Fields[2]);
        Assert.Equal(reader.GetSource().Columns, reader.PropertyNames);
        Assert.Equal(reader.Columns[1], names[0]);
    }

    [Theory]
    [InlineData("phone,name,phone\n", "phone")]
    [InlineData("Nom,phone,NOM\n", "NOM")]
    public void Two_columns_of_one_name_are_malformed_where_a_field_would_come_from_one(string text, string name)
    {
        using DelimitedFileReader reader = FileTexts.Reader(text);

        ContactsException error = Assert.Throws<ContactsException>(() => ColumnMap.Match(reader.Columns));

        Assert.Equal(ErrorIds.FileMalformed, error.ErrorId);
        Assert.Contains($"columns 1 and 3 are both named '{name}'", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\u200BTéléphone,Nom\n1,2\n")]
    [InlineData("\uFEFF\uFEFFTéléphone,Nom\n1,2\n")]
    [InlineData("\uFEFF\uFEFF\"Téléphone\",Nom\n1,2\n")]
    [InlineData("\uFEFF\uFEFFsep=;\nTéléphone;Nom\n1;2\n")]
    [InlineData("Télé\u00ADphone;\u2060Nom\n1;2\n")]
    public void What_nobody_sees_in_a_header_does_not_count(string text)
    {
        using DelimitedFileReader reader = FileTexts.Reader(text);
        var map = ColumnMap.Match(reader.Columns, new Dictionary<ContactField, string> { [ContactField.Param1] = "nom" });

        Assert.Equal((0, 1), (map[ContactField.PhoneNumber], map[ContactField.Param1]));
        Assert.Equal("PhoneNumber from 'Téléphone', Param1 from 'Nom'", map.Describe());
    }

    [Fact]
    public void A_column_without_a_name_is_named_by_its_position()
    {
        using DelimitedFileReader reader = FileTexts.Reader("phone,, ,\"\"\n1,2,3,4\n");

        Assert.Equal(["phone", "H2", "H3", "H4"], reader.Columns);
        Assert.Equal(["2: 1 | 2 | 3 | 4"], FileTexts.Rows(reader));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public void The_TYPE_line_of_Windows_PowerShell_is_skipped_and_counted(string lineEnd)
    {
        using DelimitedFileReader reader = FileTexts.Reader(
            "#TYPE System.Management.Automation.PSCustomObject\n\"phone\";\"name\"\n\"1\";\"a\"\n".Replace("\n", lineEnd, StringComparison.Ordinal));

        Assert.Equal(["phone", "name"], reader.Columns);
        Assert.Equal(["3: 1 | a"], FileTexts.Rows(reader));
    }

    [Fact]
    public void A_header_longer_than_the_buffer_is_read_whole()
    {
        string[] names = [.. Enumerable.Range(0, 40_000).Select(i => $"column {i}")];
        using DelimitedFileReader reader = FileTexts.Reader(string.Join(';', names) + "\n1;2\n");

        Assert.Equal(names, reader.Columns);
        Assert.True(reader.Read());
        Assert.Equal("2", reader.GetText(1));
        Assert.Equal(string.Empty, reader.GetText(39_999));
    }

    [Fact]
    public void A_reader_that_cannot_read_the_header_closes_the_file()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("contacts.csv", "\n");

        Assert.Throws<ContactsException>(() => DelimitedFileReader.Open(file, cancellationToken: TestContext.Current.CancellationToken));

        using FileStream alone = new(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'P', (byte)'K', 3, 4, 20, 0 })]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1 })]
    public void A_workbook_with_the_name_of_a_text_file_is_refused_as_a_workbook(byte[] start)
    {
        ContactsException error = Assert.ThrowsAny<ContactsException>(() => FileTexts.Reader([.. start, .. "\nphone,name\n1,2\n"u8]));

        Assert.Equal(ErrorIds.FileMalformed, error.ErrorId);
        Assert.Contains(".xlsx", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Error_messages_contain_no_control_characters()
    {
        using DelimitedFileReader reader = FileTexts.Reader("\u001B[2Jnom,\u0007\n1,2\n");

        ContactsException missing = Assert.Throws<PhoneNumberColumnException>(() => ColumnMap.Match(reader.Columns));
        ContactsException twice = Assert.Throws<ContactsException>(() => ColumnMap.Match(["\u001Bphone", "\u001Bphone"]));

        Assert.Contains("?[2Jnom, ?.", missing.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(missing.Message + twice.Message, char.IsControl);
    }
}
