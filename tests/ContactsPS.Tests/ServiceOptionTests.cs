using System.Text.Json.Nodes;

namespace ContactsPS.Tests;

/// <summary>The effect of the options of contact/create on stored contacts.</summary>
public sealed class ServiceOptionTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private readonly ModuleShell _shell = fixture.Shell;
    private readonly Sandbox _sandbox = fixture.Sandbox;
    private readonly string _list = Unique.Name("list");
    private readonly string _other = Unique.Name("list");

    [Fact]
    public void Contacts_are_added_to_several_lists_and_tags()
    {
        _shell.Run($"'+33612000011' | Add-Contact -ListName '{_list}', '{_other}' -TagName gold, silver").Summary();

        JsonObject contact = Assert.Single(_sandbox.Contacts(_other));
        Assert.Equal([_list, _other], contact["lists"]!.AsArray().Select(name => (string)name!));
        Assert.Equal(["gold", "silver"], contact["tags"]!.AsArray().Select(name => (string)name!));
    }

    [Fact]
    public void UnList_and_UnTag_remove_a_contact_from_its_earlier_lists_and_tags()
    {
        _shell.Run($"'+33612000012' | Add-Contact -ListName '{_list}' -TagName gold");
        _shell.Run($"'+33612000012' | Add-Contact -ListName '{_other}' -TagName silver -UnList -UnTag -Confirm:$false");

        Assert.Equal(0, _sandbox.Count(_list));
        Assert.Equal("silver", (string)Assert.Single(Assert.Single(_sandbox.Contacts(_other))["tags"]!.AsArray())!);
    }

    [Fact]
    public void AutoDeleteOptOut_leaves_out_contacts_that_opted_out()
    {
        _sandbox.OptOut("+33612000013");

        _shell.Run($"'+33612000013', '+33612000014' | Add-Contact -ListName '{_list}' -AutoDeleteOptOut");

        Assert.Equal("+33612000014", (string)Assert.Single(_sandbox.Contacts(_list))["phone_number"]!);
    }

    [Fact]
    public void DoNotOverwrite_keeps_the_fields_of_a_known_number()
    {
        _shell.Run($"Add-Contact -PhoneNumber +33612000015 -FirstName before -ListName '{_list}'");

        _shell.Run($"Add-Contact -PhoneNumber +33612000015 -FirstName after -DoNotOverwrite -ListName '{_list}'");
        Assert.Equal("before", (string)Assert.Single(_sandbox.Contacts(_list))["first_name"]!);

        _shell.Run($"Add-Contact -PhoneNumber +33612000015 -FirstName after -ListName '{_list}'");
        Assert.Equal("after", (string)Assert.Single(_sandbox.Contacts(_list))["first_name"]!);
    }
}
