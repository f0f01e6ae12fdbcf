namespace ContactsPS.Client.Tests;

public sealed class ExcludedNumbersTests : IDisposable
{
    private static readonly string[] s_two = ["+33612345678", "+33612345679"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.txt", "+33612345678\n06 12 34 56 79\n")]
    [InlineData("a.txt", "\uFEFF+33612345678\r\n\r\n0033612345679")]
    [InlineData("a.txt", "opt-outs\n+33612345678\n+33612345679\n")]
    [InlineData("a.txt", "Mobile 2\n+33612345678\n+33612345679\n")]
    [InlineData("a.csv", "Nom;Mobile\nDurand;0612345678\nMartin;0612345679\n")]
    [InlineData("a.csv", "Mobile,Phone\n0612345678,\n,0612345679\n")]
    [InlineData("a.csv", "Mobile,Phone\n0612345678,0612345679\n")]
    [InlineData("a.csv", "Mobile,Phone\n0612345678,n/a\n0612345679,-\n")]
    [InlineData("a.csv", "Mobile,Phone\n0612345678,poste 123\n0612345679,1\n")]
    [InlineData("a.csv", "Nom,Nom,Mobile\nDurand,Zoé,0612345678\nMartin,Léa,0612345679\n")]
    [InlineData("a.jsonl", "{\"mobile\":\"0612345678\"}\n{\"id\":1,\"phone_number\":\"+33612345679\"}\n")]
    public void The_numbers_of_each_kind_of_file_are_excluded(string name, string text)
    {
        ExcludedNumbers excluded = Read(name, text, out _);

        Assert.Equal(2, excluded.Count);
        Assert.All(s_two, number => Assert.True(excluded.Contains(number)));
        Assert.False(excluded.Contains("+33612345670"));
    }

    [Theory]
    [InlineData("a.txt", "0612345678\nnonsense\n06\n", "Line 2: 'nonsense'", "2 rows")]
    [InlineData("a.txt", "06123\n0612345678\n", "Line 1: '06123'", "1 row of")]
    [InlineData("a.txt", "+33612345678\n+33612345679 / +33612345670\n", "Line 2: ", "more than one phone number")]
    [InlineData("a.csv", "Nom,Mobile\nZoé,0612345678\nLéa,unknown\n", "Line 3: 'unknown'", "1 row of")]
    [InlineData("a.csv", "Nom,Mobile\nZoé,0612345678,x\n", "Line 2: ", "1 row of")]
    [InlineData("a.csv", "Mobile,Phone\n0612345678,0699999\n", "Line 2: '0699999'", "1 row of")]
    [InlineData("a.csv", "Mobile,Phone\n0612345678,poste 1234\n", "Line 2: 'poste 1234'", "1 row of")]
    [InlineData("a.csv", "Nom,Ville\nZoé,Lyon\n", "No column", "Nom, Ville")]
    [InlineData("a.csv", "Mobile,\nNom,Mobile\nZoé,0612345678\n", "Line 1 was taken for the header", "Line 2 looks like the header")]
    [InlineData("a.csv", "+33612345678;+33612345679\n", "No column", "there may be no header")]
    [InlineData("a.jsonl", "{\"mobile\":\"0612345678\"}\n{\"id\":1}\n", "Line 2: The row has no property that is known to hold the phone number.", "1 row of")]
    [InlineData("a.txt", "", "empty", "")]
    [InlineData("a.txt", "%PDF-1.7\n", "PDF", "")]
    public void A_file_with_a_number_that_can_not_be_read_is_refused(string name, string text, string problem, string more)
    {
        ContactsException error = Assert.Throws<ContactsException>(() => Read(name, text, out _));

        Assert.Equal(ErrorIds.ExclusionFileInvalid, error.ErrorId);
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Contains(more, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_national_number_without_a_region_is_refused()
    {
        string path = _folder.Write("a.txt", "0612345678\n");

        ContactsException error = Assert.Throws<ContactsException>(() => new ExcludedNumbers().Add(path, CancellationToken.None));

        Assert.Contains("national number", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_without_a_number_are_counted()
    {
        ExcludedNumbers excluded = Read("a.csv", "Nom,Mobile\nZoé,0612345678\nLéa,\nLéo, \n,\n", out ExclusionReport report);

        Assert.Equal(1, excluded.Count);
        Assert.Equal((1, 2), (report.Numbers, report.RowsWithoutNumber));
        Assert.Equal(["Mobile"], report.Columns);
    }

    [Theory]
    [InlineData("opt-outs\n0612345678\n", "opt-outs")]
    [InlineData("0612345678\n", "")]
    [InlineData("Phone,Nom,Mobile\n", "Mobile,Phone")]
    public void The_columns_that_are_read_are_named(string text, string columns)
    {
        Read("a.csv", text, out ExclusionReport report);

        Assert.Equal(columns, string.Join(',', report.Columns));
    }

    [Fact]
    public void A_cancelled_read_ends()
    {
        string path = _folder.Write("a.txt", "+33612345678\n");

        Assert.ThrowsAny<OperationCanceledException>(() => new ExcludedNumbers().Add(path, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task A_pipe_is_read_once()
    {
        string path = _folder.MakePipe("numbers");
        Task<ExcludedNumbers> reading = Task.Run(() => ReadFile(path, out _));

        await File.WriteAllTextAsync(path, "+33612345678\n+33612345679\n", TestContext.Current.CancellationToken);

        Assert.Equal(2, (await reading).Count);
    }

    [Fact]
    public void The_order_of_the_numbers_makes_no_difference_to_a_journal()
    {
        string one = Read("a.txt", "+33612345678\n+33612345679\n", out _).Describe();

        Assert.Equal(one, Read("b.csv", "Mobile\n0612345679\n0612345678\n0612345679\n", out _).Describe());
        Assert.NotEqual(one, Read("c.txt", "+33612345678\n+33612345670\n", out _).Describe());
        Assert.StartsWith("2 numbers, sha256 ", one, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_contact_with_an_excluded_number_is_excluded_and_is_no_duplicate()
    {
        var intake = new ContactIntake(new IntakeOptions("FR", SkipDuplicate: true, Excluded: Read("a.txt", "+33612345678\n", out _)));
        var batch = new ContactBatch(new CreateContactsRequest(), capacity: 10);

        IntakeKind Open(string number)
        {
            IntakeKind kind = intake.Open(batch, number, ContactIntake.NoLine).Kind;
            if (kind == IntakeKind.Taken)
            {
                batch.Commit();
            }

            return kind;
        }

        Assert.Equal(
            [IntakeKind.Excluded, IntakeKind.Taken, IntakeKind.Excluded, IntakeKind.Duplicate, IntakeKind.Rejected],
            new[] { "06 12 34 56 78", "0612345679", "+33612345678", "0033612345679", "x" }.Select(Open));
        Assert.Equal(IntakeKind.Excluded, intake.Open(batch, "0033 612345678"u8, ContactIntake.NoLine).Kind);
        Assert.Equal(1, batch.Count);
    }

    [Fact]
    public void An_excluded_number_is_excluded_when_duplicates_are_sent_too()
    {
        var intake = new ContactIntake(new IntakeOptions("FR", Excluded: Read("a.txt", "+33612345678\n", out _)));
        var batch = new ContactBatch(new CreateContactsRequest(), capacity: 2);

        Assert.Equal(IntakeKind.Excluded, intake.Open(batch, "0612345678", ContactIntake.NoLine).Kind);
        Assert.Equal(IntakeKind.Taken, intake.Open(batch, "0612345679", ContactIntake.NoLine).Kind);
    }

    [Fact]
    public void Numbers_that_are_not_checked_can_not_be_compared()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new ContactIntake(new IntakeOptions(SkipValidation: true, Excluded: new ExcludedNumbers())));

        Assert.StartsWith("Numbers that are not checked can't be compared with excluded numbers.", error.Message, StringComparison.Ordinal);
    }

    private ExcludedNumbers Read(string name, string text, out ExclusionReport report) => ReadFile(_folder.Write(name, text), out report);

    private static ExcludedNumbers ReadFile(string path, out ExclusionReport report)
    {
        var excluded = new ExcludedNumbers("FR");
        report = excluded.Add(path, CancellationToken.None);
        return excluded;
    }
}
