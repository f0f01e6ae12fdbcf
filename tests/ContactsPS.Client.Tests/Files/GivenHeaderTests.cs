using System.Text;

namespace ContactsPS.Client.Tests;

/// <summary>Files without a header, whose columns are named by the caller.</summary>
public sealed class GivenHeaderTests
{
    [Theory]
    [InlineData("0639984401;Martin;Zoé\n0639984402;Petit;Léa\n")]
    [InlineData("\uFEFF\uFEFF0639984401;Martin;Zoé\n0639984402;Petit;Léa\n")]
    public void The_first_row_is_a_contact(string text)
    {
        using DelimitedFileReader reader = Open(text, "PhoneNumber", "LastName", "FirstName");

        Assert.Equal(["PhoneNumber", "LastName", "FirstName"], reader.Columns);
        Assert.Equal(0, reader.LineNumber);
        Assert.Equal(["1: 0639984401 | Martin | Zoé", "2: 0639984402 | Petit | Léa"], FileTexts.Rows(reader));
    }

    [Fact]
    public void Blank_lines_and_what_programs_write_above_are_passed_over_and_counted()
    {
        using DelimitedFileReader reader = Open("sep=;\n\n0639984401;Martin\n", "Phone", "Nom");

        Assert.Equal(["3: 0639984401 | Martin"], FileTexts.Rows(reader));
    }

    [Fact]
    public void Columns_beyond_the_names_are_called_by_their_place()
    {
        using DelimitedFileReader reader = Open("0639984401;Martin;Paris\n", "Phone");

        Assert.Equal(["Phone", "H2", "H3"], reader.Columns);
        Assert.Equal(["1: 0639984401 | Martin | Paris"], FileTexts.Rows(reader));
    }

    [Fact]
    public void Names_beyond_the_columns_are_empty_columns()
    {
        using DelimitedFileReader reader = Open("0639984401\n", "Phone", "Nom");

        Assert.Equal(["1: 0639984401 | "], FileTexts.Rows(reader));
    }

    [Fact]
    public void The_delimiter_is_the_one_that_makes_as_many_columns_as_there_are_names()
    {
        using DelimitedFileReader reader = Open("0639984401;Martin, Zoé, Léa\n", "Phone", "Nom");

        Assert.Equal(["1: 0639984401 | Martin, Zoé, Léa"], FileTexts.Rows(reader));
    }

    [Fact]
    public void An_empty_file_has_no_rows()
    {
        using DelimitedFileReader reader = Open(string.Empty, "Phone");

        Assert.Empty(FileTexts.Rows(reader));
    }

    [Theory]
    [InlineData]
    [InlineData("Phone", "")]
    [InlineData("Phone", " ")]
    [InlineData("Phone", "Nom", "PHONE")]
    public void Names_that_are_none_or_that_are_the_same_are_refused(params string[] names)
    {
        ContactsException error = Assert.Throws<ContactsException>(() => Open("1;2;3\n", names));

        Assert.Equal(ErrorIds.HeaderInvalid, error.ErrorId);
    }

    [Fact]
    public void Json_lines_have_names_of_their_own()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("contacts.csv", "{\"phone\":1}\n");
        string path = Path.ChangeExtension(file, ".jsonl");
        File.Move(file, path);

        ContactsException error = Assert.Throws<ContactsException>(
            () => ContactFile.Open(path, new ContactFileOptions(Header: ["Phone"]), TestContext.Current.CancellationToken));

        Assert.Equal(ErrorIds.HeaderInvalid, error.ErrorId);
        Assert.Contains("JSON Lines", error.Message, StringComparison.Ordinal);
    }

    private static DelimitedFileReader Open(string text, params string[] names) =>
        new(new MemoryStream(Encoding.UTF8.GetBytes(text)), new ContactFileOptions(Header: names));
}
