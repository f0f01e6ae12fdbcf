namespace ContactsPS.Tests;

/// <summary>Values of fields for all contacts that have none of their own.</summary>
public sealed class FieldsOfAllTests(ShellFixture fixture) : IClassFixture<ShellFixture>
{
    private readonly ModuleShell _shell = fixture.Shell;

    [Fact]
    public void A_contact_keeps_its_own_value_and_gets_the_others()
    {
        ShellResult result = _shell.Run("""
            [pscustomobject]@{ phone_number = '+33612345678'; param1 = 'own'; last_name = '' },
            [pscustomobject]@{ phone_number = '+33612345679'; param1 = ''; last_name = $null },
            '+33612345670' | ConvertTo-ContactRequest -Param1 'Gold "1"' -LastName Nemo
            """);

        Assert.Equal(
            """{"contacts":[{"phone_number":"+33612345678","param1":"own","last_name":"Nemo"},{"phone_number":"+33612345679","last_name":"Nemo","param1":"Gold \"1\""},{"phone_number":"+33612345670","last_name":"Nemo","param1":"Gold \"1\""}]}""",
            result.OneObject().BaseObject);
    }

    [Theory]
    [InlineData("a.csv", "phone_number,param1,param2\n+33612345678,own,\n+33612345679,,b\n")]
    [InlineData("a.jsonl", "{\"phone_number\":\"+33612345678\",\"param1\":\"own\"}\n{\"phone_number\":\"+33612345679\",\"param2\":\"b\"}\n")]
    public void Rows_of_a_file_get_the_values_they_lack(string name, string text)
    {
        using var folder = new TemporaryFolder();
        using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        using var shell = new ModuleShell();
        shell.Connect(server);

        ShellResult result = shell.Run($"Import-Contact '{folder.Write(name, text)}' -Param1 Gold -Param3 x -PassThru -Verbose");

        Assert.Equal(["own", "Gold"], result.Output.Select(contact => contact.Value<string>("Param1")));
        Assert.Equal(["x", "x"], result.Output.Select(contact => contact.Value<string>("Param3")));
        Assert.Equal("b", result.Output[1].Value<string>("Param2"));
        Assert.Contains(result.Verbose, line => line.EndsWith(" Where a contact has none of its own: Param1 is 'Gold', Param3 is 'x'.", StringComparison.Ordinal));
    }

    [Fact]
    public void The_second_batch_gets_the_values_too()
    {
        ShellResult result = _shell.Run("'+33612345678', '+33612345679' | ConvertTo-ContactRequest -BatchSize 1 -FirstName Zoé");

        Assert.Equal(
            ["""{"contacts":[{"phone_number":"+33612345678","first_name":"Zoé"}]}""", """{"contacts":[{"phone_number":"+33612345679","first_name":"Zoé"}]}"""],
            result.Output.Select(body => (string)body.BaseObject));
    }

    [Fact]
    public void A_journal_belongs_to_the_values()
    {
        using var folder = new TemporaryFolder();
        using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        using var shell = new ModuleShell();
        shell.Connect(server);
        string command = $"Import-Contact '{folder.Write("a.csv", "phone_number\n+33612345678\n")}' -JournalPath '{folder.Find("run.journal")}'";
        shell.Run($"{command} -Param1 Gold").Summary();

        ErrorRecord error = shell.Run($"{command} -Param1 Silver").ThrewId("JournalMismatch");

        Assert.Contains("its Param1 of all was 'Gold'", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void List_is_an_alias_of_ListName()
    {
        Assert.StartsWith("{\"list_name\":\"VIP\",", (string)_shell.Run("'+33612345678' | ConvertTo-ContactRequest -List VIP").OneObject().BaseObject, StringComparison.Ordinal);
    }
}
