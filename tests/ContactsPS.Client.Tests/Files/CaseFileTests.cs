namespace ContactsPS.Client.Tests;

/// <summary>Files that people really had, and what they hold.</summary>
public sealed class CaseFileTests
{
    [Theory]
    [InlineData("customer-number-and-mobile.csv", "+33639986001 Zoé Martin")]
    [InlineData("customer-number-column.csv", "+33639986008  Dupont", "+33639986009  Durand")]
    [InlineData("header-zero-width-space.csv", "+33639983501  A")]
    [InlineData("two-byte-order-marks.csv", "+33639983402  A")]
    [InlineData("numbers-as-numbers.jsonl", "+33639985603  ", "+33639985604  ", "+33639985605  ")]
    public void What_is_sent_is_what_the_file_holds(string name, params string[] contacts) =>
        Assert.Equal(contacts, Read(name, worksheetName: null));

    [Fact]
    public void The_error_of_a_cover_sheet_names_the_other_sheets()
    {
        WorksheetException error = Assert.Throws<WorksheetException>(() => Read("cover-sheet-first.xlsx", worksheetName: null));

        Assert.Equal(ErrorIds.FileMalformed, error.ErrorId);
        Assert.Contains("'Accueil'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Clients", error.Message, StringComparison.Ordinal);
        Assert.Equal(["+33639985402  A"], Read("cover-sheet-first.xlsx", "Clients"));
    }

    private static List<string> Read(string name, string? worksheetName)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Files", "Cases", name);
        using ContactRows file = ContactFile.Open(path, new ContactFileOptions(WorksheetName: worksheetName), TestContext.Current.CancellationToken);
        var rows = new RowIntake(
            file,
            ColumnMap.Match(file.Columns),
            new ContactIntake(new IntakeOptions("FR")),
            file.HasHeader ? null : names => ColumnMap.Match(names, isLenient: true));
        var batch = new ContactBatch(new CreateContactsRequest(), 10, RowIntake.MakeSources());
        while (file.Read())
        {
            IntakeOutcome outcome = rows.Add(batch);
            Assert.True(outcome.Kind == IntakeKind.Taken, outcome.Problem?.Message);
        }

        return [.. Enumerable.Range(0, batch.Count).Select(batch.GetContact).Select(contact => $"{contact.PhoneNumber} {contact.FirstName} {contact.LastName}")];
    }
}
