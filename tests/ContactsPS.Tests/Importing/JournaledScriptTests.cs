namespace ContactsPS.Tests.Importing;

/// <summary>Runs with a journal whose property map has script blocks that fail in one run and succeed in another.</summary>
public sealed class JournaledScriptTests : JournaledImport
{
    [Theory]
    [InlineData("FirstName")]
    [InlineData("PhoneNumber")]
    public void A_row_sent_by_an_earlier_run_stays_accepted_when_its_script_block_fails(string field)
    {
        string map = $"-PropertyMap @{{ {field} = {{ if ($global:fails) {{ throw 'no' }}; $_.{(field == "FirstName" ? "first_name" : "phone_number")} }} }}";
        Shell.Set("fails", false);
        string[] sent = Interrupt(map);
        Assert.Equal(4, sent.Length);
        Shell.Set("fails", true);

        ShellResult result = Import(map);

        Assert.Equal(new Summary(10, 4, 6, 0, 0, 0, 0), result.Summary());
        Assert.All(result.ErrorIds(), errorId => Assert.Equal("PropertyMapFailed", errorId));
        Assert.StartsWith("Line 6: ", result.Errors[0].Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_a_row_sent_by_an_earlier_run_is_remembered_when_its_script_block_fails()
    {
        File.AppendAllText(SourceFile, $"{Numbers().First()},Again\n");
        string map = "-SkipDuplicate -PropertyMap @{ FirstName = { if ($global:fails -and $_.first_name -eq 'One') { throw 'no' }; $_.first_name } }";
        Shell.Set("fails", false);
        string[] sent = Interrupt(map);
        Shell.Set("fails", true);

        ShellResult result = Import(map);

        Assert.Empty(result.Errors);
        Assert.Equal((11, 10, 1), (result.Summary().Read, result.Summary().Accepted, result.Summary().Duplicate));
        Assert.Equal(Numbers().Except(sent), Server.Take());
    }
}
