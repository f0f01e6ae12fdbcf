namespace ContactsPS.Tests.Importing;

/// <summary>An error that a spreadsheet wrote instead of a value, in text and in objects.</summary>
public sealed class SpreadsheetErrorTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly ModuleShell _shell = fixture.Shell;
    private readonly Sandbox _sandbox = fixture.Sandbox;
    private readonly TemporaryFolder _folder = new();
    private readonly string _list = Unique.Name("list");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("#REF!")]
    [InlineData("#NOM?")]
    [InlineData("#ÜBERLAUF!")]
    [InlineData(" #N/A ")]
    public void A_row_with_an_error_in_a_field_is_rejected(string error)
    {
        string file = _folder.Write("a.csv", $"phone,first_name\n{Rows.Number(1)},{error}\n{Rows.Number(2)},#1 fan\n{Rows.Number(3)},Zoé\n");

        string message = _shell.Run($"Import-Contact '{file}' -ListName '{_list}'").OneError("RowMalformed").Exception.Message;

        Assert.Contains(error.Trim(), message, StringComparison.Ordinal);
        Assert.Equal([Rows.Number(2), Rows.Number(3)], _sandbox.Numbers(_list));
    }

    [Theory]
    [InlineData("#NV")]
    [InlineData(" #NV ")]
    public void An_object_with_an_error_in_a_field_is_rejected(string error)
    {
        PSObject[] rows = [Rows.Row(("phone", Rows.Number(1)), ("first_name", error)), Rows.Row(("phone", Rows.Number(2)), ("first_name", "Zoé"))];

        Assert.Same(rows[0], _shell.Run($"$rows | Add-Contact -ListName '{_list}'", rows).OneError("RowMalformed").TargetObject);
        Assert.Equal([Rows.Number(2)], _sandbox.Numbers(_list));
    }

    [Fact]
    public void An_error_in_a_column_that_is_not_used_is_ignored()
    {
        string file = _folder.Write("a.csv", $"phone,balance\n{Rows.Number(1)},#REF!\n");

        Assert.Equal(1, _shell.Run($"Import-Contact '{file}' -ListName '{_list}'").Summary().Accepted);
    }

    [Fact]
    public void A_statement_that_fails_in_a_script_block_rejects_the_row_whatever_the_preference()
    {
        string file = _folder.Write("a.csv", $"phone,town\n{Rows.Number(1)},Lyon\n");

        ShellResult result = _shell.Run(
            $"$ErrorActionPreference = 'Continue'; Import-Contact '{file}' -ListName '{_list}' -PropertyMap @{{ Param1 = {{ $_.Twon.ToUpper() }}; Param2 = {{ Get-Item ./no-such-file }} }}");

        Assert.Equal((1, 0, 1), (result.Summary().Read, result.Summary().Accepted, result.Summary().Rejected));
        result.OneError("PropertyMapFailed");
    }
}
