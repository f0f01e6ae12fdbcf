using ContactsPS.Client.Tests.Fuzzing;

namespace ContactsPS.Client.Tests;

/// <summary>Workbooks of Excel 97 and of Excel 95, which Gnumeric wrote, with a sheet of six rows and one of a single row.</summary>
public sealed class BinaryWorkbookTests
{
    [Theory]
    [InlineData("workbook-excel97", "Łukasz")]
    [InlineData("workbook-excel95", "?ukasz")] // The texts of Excel 95 are in a code page, which has no Ł.
    public void Rows_have_the_texts_that_the_workbook_shows(string name, string firstName)
    {
        using WorksheetReader rows = Open(name, worksheet: null);

        Assert.Equal(["phone", "first_name", "birth", "member", "note"], rows.Columns);
        Assert.Equal(
            [
                "2: +33 6 39 98 11 01|Zoé|2020-01-31|TRUE|plain",
                $"3: 33639981102|{firstName}||FALSE|",
                "4: +33639981103|Ünal|31/12/1999||",
                "5: |Nobody|||the number is an error",
                "7: 06 39 98 11 04|Last|||two\nlines",
            ],
            ReadAll(rows));
    }

    [Theory]
    [InlineData("workbook-excel97")]
    [InlineData("workbook-excel95")]
    public void Another_sheet_is_read_by_its_name(string name)
    {
        using WorksheetReader rows = Open(name, "second.CSV");

        Assert.Equal(["mobile", "name"], rows.Columns);
        Assert.Equal(["2: 33639981201|Two"], ReadAll(rows));
    }

    [Fact]
    public void The_sheets_are_named_when_the_one_asked_for_is_missing()
    {
        ContactsException error = Assert.Throws<WorksheetException>(() => Open("workbook-excel97", "Third"));

        Assert.Equal("It has no sheet named 'Third'. Its sheets are: Contacts.csv, Second.csv.", error.Message);
    }

    private static WorksheetReader Open(string name, string? worksheet) => new(new MemoryStream(Mutations.Corpus(name)[0]), worksheet);

    private static List<string> ReadAll(WorksheetReader rows)
    {
        List<string> all = [];
        while (rows.Read())
        {
            all.Add($"{rows.LineNumber}: {string.Join('|', rows.GetSource().Fields)}");
        }

        return all;
    }
}
