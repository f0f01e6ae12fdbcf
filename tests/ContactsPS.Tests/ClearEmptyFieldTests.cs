namespace ContactsPS.Tests;

/// <summary>-ClearEmptyField: an empty cell of a mapped column is sent as an empty text.</summary>
public sealed class ClearEmptyFieldTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private readonly ModuleShell _shell = fixture.Shell;
    private readonly Sandbox _sandbox = fixture.Sandbox;
    private readonly string _list = Unique.Name("list");

    [Theory]
    [InlineData("[pscustomobject]@{ Mobile = '+33612345678'; Nom = ''; param1 = 'x' }")]
    [InlineData("[pscustomobject]@{ Mobile = '+33612345678'; Nom = $null; param1 = 'x' }")]
    [InlineData("[pscustomobject]@{ Mobile = '+33612345678'; Nom = [DBNull]::Value; param1 = 'x' }")]
    [InlineData("@{ phone_number = '+33612345678'; last_name = ''; param1 = 'x' }")]
    [InlineData("New-ContactObject +33612345678 -LastName '' -Param1 x")]
    public void Only_a_mapped_field_that_is_empty_is_sent_as_an_empty_text(string input)
    {
        const string Start = "{\"contacts\":[{\"phone_number\":\"+33612345678\",";

        Assert.Equal(
            Start + "\"last_name\":\"\",\"param1\":\"x\"}]}",
            _shell.Run($"{input} | ConvertTo-ContactRequest -ClearEmptyField").OneObject().BaseObject);
        Assert.Equal(
            Start + "\"param1\":\"x\"}]}",
            _shell.Run($"{input} | ConvertTo-ContactRequest").OneObject().BaseObject);
    }

    [Fact]
    public void A_script_block_without_a_result_is_an_empty_field()
    {
        Assert.Equal(
            "{\"contacts\":[{\"phone_number\":\"+33612345678\",\"param2\":\"\"}]}",
            _shell.Run("'+33612345678' | ConvertTo-ContactRequest -ClearEmptyField -PropertyMap @{ Param2 = { } }").OneObject().BaseObject);
    }

    [Theory]
    [InlineData("a.csv", "Mobile,Nom,param1\nNUMBER,,x\n")]
    [InlineData("a.jsonl", "{\"Mobile\":\"NUMBER\",\"Nom\":\"\",\"param1\":\"x\"}\n")]
    public void An_import_clears_the_field_of_a_contact_that_exists(string name, string text)
    {
        using var folder = new TemporaryFolder();
        string number = Unique.Number();
        string file = folder.Write(name, text.Replace("NUMBER", number, StringComparison.Ordinal));
        _shell.Run($"Add-Contact -PhoneNumber {number} -FirstName Zoé -LastName Durand").Summary();

        Assert.Equal(1, _shell.Run($"Import-Contact '{file}' -ListName '{_list}' -ClearEmptyField").Summary().Accepted);

        Assert.Equal(string.Empty, (string?)_sandbox.Contact(number)!["last_name"]);
    }
}
