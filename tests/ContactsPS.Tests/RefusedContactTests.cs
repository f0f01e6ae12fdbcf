namespace ContactsPS.Tests;

public sealed class RefusedContactTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private readonly ModuleShell _shell = fixture.Shell;
    private readonly Sandbox _sandbox = fixture.Sandbox;
    private readonly string _list = Unique.Name("list");

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(7, 99, 100)]
    [InlineData(0, 120, 199)]
    public void Refused_contacts_are_isolated_and_the_rest_of_their_batch_is_accepted(int one, int two, int three)
    {
        PSObject[] rows = Rows.Contacts(200, 1000);
        PSObject[] refused = [rows[one], rows[two], rows[three]];
        _sandbox.Refuse(refused.Select(row => row.Value<string>("phone_number")));

        ShellResult result = _shell.Run($"$rows | Add-Contact -ListName '{_list}'", rows);

        Summary summary = result.Summary();
        Assert.Equal((200, 197, 3, 0, 0), (summary.Read, summary.Accepted, summary.Rejected, summary.Duplicate, summary.NotSent));
        Assert.Equal(197, _sandbox.Count(_list));
        Assert.Equal(3, result.Errors.Count);
        Assert.All(result.ErrorIds(), id => Assert.Equal("ContactRejected", id));
        Assert.All(refused, row => Assert.Single(result.Errors, error => ReferenceEquals(error.TargetObject, row)));
    }

    [Fact]
    public void The_error_of_a_refused_contact_has_the_answer_of_the_service()
    {
        _sandbox.Refuse("+33612990001");

        ErrorRecord error = _shell.Run($"Add-Contact '+33612990001' -ListName '{_list}'").OneError("ContactRejected");

        Assert.Equal("ContactRejected,ContactsPS.Commands.AddContactCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidData, error.CategoryInfo.Category);
        Assert.Equal(400, error.Exception.Read("StatusCode"));
        Assert.Equal(150L, error.Exception.Read("Code"));
        Assert.Equal("No country was found for the prefix of a number.", error.Exception.Read("ServiceMessage"));
        Assert.Contains("No country was found for the prefix of a number.", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_of_a_refused_row_has_its_line_number_and_its_columns()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("some.csv", "phone,Ville\n+33612990003,Lyon\n+33612990002,Saint-Étienne\n");
        _sandbox.Refuse("+33612990002");

        ErrorRecord error = _shell.Run($"Import-Contact '{file}' -ListName '{_list}'").OneError("ContactRejected");

        Assert.StartsWith("Line 3: ", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("Saint-Étienne", error.TargetObject.Read("Ville"));
        Assert.Equal("+33612990002", error.TargetObject.Read("phone"));
    }
}
