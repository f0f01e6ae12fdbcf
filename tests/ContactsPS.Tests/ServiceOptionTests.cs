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
        _shell.Run($"'+33639000011' | Add-Contact -ListName '{_list}', '{_other}' -TagName gold, silver").Summary();

        JsonObject contact = Assert.Single(_sandbox.Contacts(_other));
        Assert.Equal([_list, _other], contact["lists"]!.AsArray().Select(name => (string)name!));
        Assert.Equal(["gold", "silver"], contact["tags"]!.AsArray().Select(name => (string)name!));
    }

    [Fact]
    public void UnList_and_UnTag_remove_a_contact_from_its_earlier_lists_and_tags()
    {
        _shell.Run($"'+33639000012' | Add-Contact -ListName '{_list}' -TagName gold");
        _shell.Run($"'+33639000012' | Add-Contact -ListName '{_other}' -TagName silver -UnList -UnTag");

        Assert.Equal(0, _sandbox.Count(_list));
        Assert.Equal("silver", (string)Assert.Single(Assert.Single(_sandbox.Contacts(_other))["tags"]!.AsArray())!);
    }

    [Fact]
    public void AutoDeleteOptOut_leaves_out_contacts_that_opted_out()
    {
        _sandbox.OptOut("+33639000013");

        _shell.Run($"'+33639000013', '+33639000014' | Add-Contact -ListName '{_list}' -AutoDeleteOptOut");

        Assert.Equal("+33639000014", (string)Assert.Single(_sandbox.Contacts(_list))["phone_number"]!);
    }

    [Fact]
    public void DoNotOverwrite_keeps_the_fields_of_a_known_number()
    {
        _shell.Run($"Add-Contact -PhoneNumber +33639000015 -FirstName before -ListName '{_list}'");

        _shell.Run($"Add-Contact -PhoneNumber +33639000015 -FirstName after -DoNotOverwrite -ListName '{_list}'");
        Assert.Equal("before", (string)Assert.Single(_sandbox.Contacts(_list))["first_name"]!);

        _shell.Run($"Add-Contact -PhoneNumber +33639000015 -FirstName after -ListName '{_list}'");
        Assert.Equal("after", (string)Assert.Single(_sandbox.Contacts(_list))["first_name"]!);
    }

    [Fact]
    public void Get_SandboxContact_filters_by_list_tag_and_number()
    {
        _shell.Run($"New-ContactObject +33639000016 -FirstName Zoé | Add-Contact -ListName '{_list}' -TagName '{_list}'");

        foreach (string filter in new[] { $"-ListName '{_list}'", $"-TagName '{_list}'", "+33639000016" })
        {
            PSObject found = _shell.Run($"Get-SandboxContact {filter}").OneObject();
            Assert.Equal("+33639000016", found.Value<string>("PhoneNumber"));
            Assert.Equal("Zoé", found.Value<string>("FirstName"));
            Assert.Equal([_list], found.Value<string[]>("ListName"));
        }
    }

    [Fact]
    public void Get_SandboxRequest_returns_the_last_requests_with_their_bodies()
    {
        _shell.Run("'+33639000017', '+33639000018' | Add-Contact -BatchSize 1 -ThrottleLimit 1");

        PSObject last = _shell.Run("Get-SandboxRequest -Last 1").OneObject();

        Assert.Equal("POST", last.Value<string>("Method"));
        Assert.Equal("/v1/public/contact/create", last.Value<string>("Path"));
        Assert.Equal(201, last.Value<int?>("Status"));
        Assert.Equal(1L, last.Value<long?>("Contacts"));
        Assert.Contains("+33639000018", last.Value<string>("Body"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dropped_request_has_no_status()
    {
        using var shell = new ModuleShell();
        Sandbox sandbox = shell.StartSandbox("-FailureRate 1");
        sandbox.Change("""{"retry_after_seconds": 0}""");
        shell.Run("'+33639000017' | Add-Contact -MaximumRetryCount 2 -RetryIntervalSec 0");

        ShellResult result = shell.Run("Get-SandboxRequest");

        PSObject dropped = Assert.Single(result.Output, request => request.Value<string?>("Failure") == "dropped");
        Assert.Null(dropped.Value<int?>("Status"));
    }
}
