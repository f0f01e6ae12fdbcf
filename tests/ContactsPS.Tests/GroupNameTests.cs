namespace ContactsPS.Tests;

/// <summary>The names of lists and tags, as users write them.</summary>
public sealed class GroupNameTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private readonly ModuleShell _shell = fixture.Shell;
    private readonly Sandbox _sandbox = fixture.Sandbox;
    private readonly string _list = Unique.Name("list");

    [Fact]
    public void Blanks_at_the_ends_of_a_name_are_cut_with_a_warning()
    {
        string number = Unique.Number();

        ShellResult result = _shell.Run($"'{number}' | Add-Contact -ListName ' {_list}\u00A0 ' -TagName 'gold ', silver");

        Assert.Equal([_list], result.Output[0].Value<IReadOnlyList<string>>("ListName"));
        Assert.Equal(2, result.Warnings.Count);
        Assert.Contains($"'{_list}'", result.Warnings[0], StringComparison.Ordinal);
        Assert.Equal([number], _sandbox.Numbers(_list));
        Assert.Equal(["gold", "silver"], _sandbox.Contact(number)!["tags"]!.AsArray().Select(tag => (string)tag!));
    }

    [Fact]
    public void Contacts_leave_the_list_without_the_blanks()
    {
        string number = Unique.Number();
        _shell.Run($"'{number}' | Add-Contact -ListName '{_list}'").Summary();

        ShellResult result = _shell.Run($"'{number}' | Remove-Contact -ListName '{_list} '");

        Assert.Single(result.Warnings);
        Assert.Equal(0, _sandbox.Count(_list));
    }

    [Fact]
    public void A_name_that_differs_in_blanks_only_is_sent_once()
    {
        string body = _shell.Run($"'+33612345678' | ConvertTo-ContactRequest -ListName '{_list}', '{_list} '").OneObject().BaseObject.ToString()!;

        Assert.Equal(body.IndexOf(_list, StringComparison.Ordinal), body.LastIndexOf(_list, StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_has_as_many_characters_for_the_cmdlet_as_for_the_service()
    {
        string emoji = string.Concat(Enumerable.Repeat("😀", 25)) + Unique.Number()[^5..];
        string number = Unique.Number();

        Assert.Equal(1, _shell.Run($"'{number}' | Add-Contact -ListName '{emoji}'").Summary().Accepted);
        Assert.Equal([number], _sandbox.Numbers(emoji));
        _shell.Run($"'{number}' | Add-Contact -ListName '{emoji}x'").ThrewId("ListNameTooLong");
    }
}
