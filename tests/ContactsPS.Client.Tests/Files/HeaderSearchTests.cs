namespace ContactsPS.Client.Tests;

/// <summary>Files whose first row is not the header.</summary>
public sealed class HeaderSearchTests
{
    [Theory]
    [InlineData("Members of 2024\nNom;Prénom;Portable\nA;B;0612345678\n", 2, ';')]
    [InlineData("Club, season 2024\n\nNom;Prénom;Portable\nA;B;0612345678\n", 3, ';')]
    [InlineData("Export;;\nDate : 14/11/2024;;\n;;\nNom;Prénom;Portable\nA;B;0612345678\n", 4, ';')]
    [InlineData("\"Members\nof 2024\"\nphone\tname\n0612345678\tA\n", 3, '\t')]
    [InlineData("Élève;;Responsable;\nNom;Prénom;Nom;Tél. mobile\nA;B;C;0612345678\n", 2, ';')]
    [InlineData("Club A;Tél : 01 23 45 67 89;\nN°;Nom;Mobile\n612345001;A;0612345678\n", 2, ';')]
    public void A_row_below_the_first_that_looks_like_the_header_is_named(string text, long line, char delimiter)
    {
        using DelimitedFileReader reader = FileTexts.Reader(text);

        HeaderException error = Assert.IsType<HeaderException>(Fail(reader));

        Assert.Equal((ErrorIds.NoPhoneNumberColumn, line, delimiter), (error.ErrorId, error.Line, error.Delimiter));
        Assert.Contains("Line 1 was taken for the header", error.Message, StringComparison.Ordinal);
        Assert.Contains($"Line {line} looks like the header: ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Téléphones des adhérents;;\nN°;Nom;Portable\n612345001;A;0612345678\n", 2)]
    [InlineData("Phone list\n\nNumber,Name,Mobile\n612345001,A,0612345678\n", 3)]
    public void A_title_that_looks_like_the_name_of_a_column_is_not_taken_for_the_header(string text, long line)
    {
        using DelimitedFileReader reader = FileTexts.Reader(text);

        HeaderException error = Assert.IsType<HeaderException>(Fail(reader));

        Assert.Equal((ErrorIds.FileMalformed, line), (error.ErrorId, error.Line));
    }

    [Theory]
    [InlineData("Nom;Téléphone;\n;Fixe;Portable\nA;0123456789;0612345678\n")]
    [InlineData("Nom;Téléphone;\n;Domicile;Mobile\nA;0123456789;0612345678\n")]
    [InlineData("Name,Phone,\n,Home,Mobile phone\nA,0123456789,0612345678\n")]
    public void A_header_of_two_rows_is_refused(string text)
    {
        using DelimitedFileReader reader = FileTexts.Reader(text);

        ContactsException error = Fail(reader);

        Assert.Equal(ErrorIds.FileMalformed, error.ErrorId);
        Assert.Contains("Line 2 looks like a second row of the header", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0639984401;Portable;Martin\n0639984402;Portable;Durand\n")]
    [InlineData("Martin;Mobile;+33639984401\n")]
    public void A_first_row_that_is_a_contact_is_not_taken_for_the_header(string text)
    {
        using DelimitedFileReader reader = FileTexts.Reader(text);

        PhoneNumberColumnException error = Assert.IsType<PhoneNumberColumnException>(Fail(reader));

        Assert.True(error.LacksHeader);
    }

    [Theory]
    [InlineData("Phone;Type;Name\n;Mobile;A\n0612345678;Mobile;B\n")]
    [InlineData("Phone\n\nunknown\n0612345678\n")]
    [InlineData("Phone;;\n0612345678;Zoé;Mobile\n")]
    [InlineData("Phone;Name\nprivate;A\n0612345678;B\n")]
    [InlineData("Phone;Name\n")]
    public void A_header_whose_rows_have_words_for_phones_in_them_is_the_header(string text)
    {
        using DelimitedFileReader reader = FileTexts.Reader(text);

        reader.CheckHeader(ColumnMap.Match(reader.Columns, headerLine: 1));
    }

    [Fact]
    public void A_column_that_the_caller_named_is_not_checked()
    {
        using DelimitedFileReader reader = FileTexts.Reader("Nom;Téléphone;\n;Fixe;Portable\nA;0123456789;0612345678\n");

        reader.CheckHeader(ColumnMap.Match(reader.Columns, new Dictionary<ContactField, string> { [ContactField.PhoneNumber] = "H3" }));

        Assert.Equal(["2:  | Fixe | Portable", "3: A | 0123456789 | 0612345678"], FileTexts.Rows(reader));
    }

    [Fact]
    public void A_header_that_is_given_is_not_checked()
    {
        using var reader = new DelimitedFileReader(
            new MemoryStream("0612345678;Portable\n"u8.ToArray()), new ContactFileOptions(Header: ["Mobile", "Type"]));

        reader.CheckHeader(ColumnMap.Match(reader.Columns));

        Assert.Equal(["1: 0612345678 | Portable"], FileTexts.Rows(reader));
    }

    [Fact]
    public void A_title_above_the_header_of_the_only_sheet_is_named_without_another_sheet()
    {
        using WorksheetReader reader = Sheets.Open(new Sheets.Parts([Row(1, "Members of 2024"), Row(3, "Nom", "Portable"), Row(4, "A", "0612345678")]));

        WorksheetException error = Assert.IsType<WorksheetException>(Fail(reader));

        Assert.Equal(3, Assert.IsType<HeaderException>(error.InnerException).Line);
        Assert.Contains("Line 3 looks like the header: Nom, Portable. Delete what is above it. 'Contacts' is the only sheet.", error.Message, StringComparison.Ordinal);
        Assert.Empty(error.OtherSheets);
    }

    [Fact]
    public void A_title_in_a_sheet_that_looks_like_the_name_of_a_column_is_not_taken_for_the_header()
    {
        using WorksheetReader reader = Sheets.Open(new Sheets.Parts([Row(1, "Téléphones des adhérents"), Row(2, "N°", "Portable"), Row(3, "612345001", "0612345678")]));

        Assert.Equal(2, Assert.IsType<HeaderException>(Fail(reader).InnerException).Line);
    }

    [Fact]
    public void Rows_of_a_sheet_that_were_looked_at_are_read()
    {
        string[] rows = [.. Enumerable.Range(2, 30).Select(i => i % 7 == 0 ? $"<row r=\"{i}\"/>" : Row(i, $"06123456{i:00}", "beyond"))];
        using WorksheetReader reader = Sheets.Open(new Sheets.Parts([Row(1, "Portable"), .. rows]));

        reader.CheckHeader(ColumnMap.Match(reader.Columns));

        List<string> read = [];
        while (reader.Read())
        {
            Assert.Null(reader.FindProblem());
            read.Add($"{reader.LineNumber}: {string.Join(" | ", reader.GetSource().Fields.ToArray())}");
        }

        Assert.Equal(Enumerable.Range(2, 30).Where(i => i % 7 != 0).Select(i => $"{i}: 06123456{i:00}"), read);
    }

    [Theory]
    [InlineData("\"Nom;Portable\"\n\"Martin;0639984401\"\n", ';')]
    [InlineData("\"Nom,Portable\"\n\"Martin,0639984401\"\n", ',')]
    public void Lines_that_are_in_quotes_as_a_whole_are_told(string text, char delimiter)
    {
        using DelimitedFileReader reader = FileTexts.Reader(text);

        Assert.Equal(delimiter, Assert.IsType<QuotedLinesException>(Fail(reader)).Delimiter);
    }

    [Fact]
    public void Rows_that_are_in_one_cell_each_are_told()
    {
        using WorksheetReader reader = Sheets.Open(new Sheets.Parts([Row(1, "Nom;Portable"), Row(2, "Martin;0639984401")]));

        ContactsException error = Fail(reader);

        Assert.Equal(ErrorIds.FileMalformed, error.ErrorId);
        Assert.Contains("Text to Columns", error.Message, StringComparison.Ordinal);
    }

    private static string Row(int line, params string[] cells) =>
        $"<row r=\"{line}\">{string.Concat(cells.Select(cell => $"<c t=\"inlineStr\"><is><t>{cell}</t></is></c>"))}</row>";

    private static ContactsException Fail(ContactRows rows) => Assert.ThrowsAny<ContactsException>(() =>
    {
        try
        {
            rows.CheckHeader(ColumnMap.Match(rows.Columns, headerLine: rows.LineNumber));
        }
        catch (ContactsException error)
        {
            throw rows.Explain(error);
        }
    });
}
