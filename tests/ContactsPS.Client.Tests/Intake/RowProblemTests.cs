namespace ContactsPS.Client.Tests;

/// <summary>Rows of a file that are not sent because of their contents, and rows that have columns of their own.</summary>
public sealed class RowProblemTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("phone_number", "PhoneNumber")]
    [InlineData("first_name", "FirstName")]
    [InlineData("last_name", "LastName")]
    [InlineData("param_1", "Param1")]
    [InlineData("param_5", "Param5")]
    public void A_row_with_the_error_of_a_spreadsheet_in_a_field_is_rejected(string column, string field)
    {
        string[] columns = ["phone_number", "first_name", "last_name", "param_1", "param_5"];
        string row = string.Join(',', columns.Select(name => name == column ? "#N/A" : "+33612345678"));

        IntakeOutcome outcome = AddOne($"{string.Join(',', columns)}\n{row}\n");

        Assert.Equal(ErrorIds.RowMalformed, outcome.Problem?.ErrorId);
        Assert.Equal(SpreadsheetErrors.Describe(field, "#N/A"), outcome.Problem!.Message);
    }

    [Theory]
    [InlineData("phone,nom,balance\n+33612345678,Zoé,#N/A\n")]
    [InlineData("phone,nom,balance\n+33612345678,#1 fan,2\n")]
    public void A_number_sign_elsewhere_is_no_error(string text) => Assert.Equal(IntakeKind.Taken, AddOne(text).Kind);

    [Fact]
    public void The_shape_of_a_row_is_its_first_problem()
    {
        IntakeOutcome outcome = AddOne("phone,nom\n+33612345678,#N/A,x\n");

        Assert.Equal(ErrorIds.RowMalformed, outcome.Problem?.ErrorId);
        Assert.StartsWith("the row has more fields than the header has columns (2)", outcome.Problem!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_fields_of_a_row_are_sent()
    {
        const string Names = "phone_number,first_name,last_name,param_1,param_2,param_3,param_4,param_5";
        using DelimitedFileReader reader = FileTexts.Reader($"{Names}\n+33612345678,a,b,c,d,e,f,g\n");
        ContactBatch batch = Batch();

        reader.Read();
        FileTexts.Intake(reader).Add(batch);

        Assert.Equal(
            ["+33612345678", "a", "b", "c", "d", "e", "f", "g"],
            Enumerable.Range(0, Contact.FieldCount).Select(i => batch.GetContact(0)[(ContactField)i]));
    }

    [Fact]
    public void Each_row_has_the_columns_of_its_own_and_their_fields_are_found_once()
    {
        List<string> matched = [];
        ContactBatch batch = Batch();
        List<IntakeOutcome> outcomes = AddAll(
            """
            {"mobile":"+33612345671","nom":"a"}
            {"nom":"b","mobile":"+33612345672"}
            {"mobile":"+33612345673","nom":"c"}
            {"id":1,"town":"Lyon"}
            {}
            {"nom":"d","mobile":"+33612345674"}
            """,
            batch,
            names =>
            {
                matched.Add(string.Join(',', names));
                return ColumnMap.Match(names, isLenient: true);
            });

        Assert.Equal(
            ["+33612345671 a", "+33612345672 b", "+33612345673 c", "+33612345674 d"],
            Enumerable.Range(0, batch.Count).Select(batch.GetContact).Select(contact => $"{contact.PhoneNumber} {contact.LastName}"));
        Assert.Equal(
            [
                "The row has no property that is known to hold the phone number. Its properties are: id, town.",
                "The contact has no phone number.",
            ],
            outcomes.Where(outcome => outcome.Kind == IntakeKind.Rejected).Select(outcome => outcome.Problem!.Message));
        Assert.All(outcomes, outcome => Assert.True(outcome.Problem is null or { ErrorId: ErrorIds.PhoneNumberMissing }));
        Assert.Equal(["mobile,nom", "nom,mobile", "id,town", ""], matched);
    }

    [Fact]
    public void A_missing_batch_is_refused()
    {
        using DelimitedFileReader reader = FileTexts.Reader("phone\n1,2\n");
        reader.Read();

        Assert.Throws<ArgumentNullException>(() => FileTexts.Intake(reader).Add(null!));
    }

    private static ContactBatch Batch() => new(new CreateContactsRequest(), capacity: 10, RowIntake.MakeSources());

    private static IntakeOutcome AddOne(string text)
    {
        using DelimitedFileReader reader = FileTexts.Reader(text);
        ContactBatch batch = Batch();
        Assert.True(reader.Read());

        IntakeOutcome outcome = FileTexts.Intake(reader).Add(batch);

        Assert.Equal(outcome.Kind == IntakeKind.Taken ? 1 : 0, batch.Count);
        return outcome;
    }

    private List<IntakeOutcome> AddAll(string lines, ContactBatch batch, Func<IReadOnlyList<string>, ColumnMap> match)
    {
        using ContactRows rows = ContactFile.Open(_folder.Write("a.jsonl", lines), cancellationToken: TestContext.Current.CancellationToken);
        var intake = new RowIntake(rows, ColumnMap.Match([.. rows.Columns]), new ContactIntake(new IntakeOptions()), match);
        List<IntakeOutcome> outcomes = [];
        while (rows.Read())
        {
            outcomes.Add(intake.Add(batch));
        }

        return outcomes;
    }
}
