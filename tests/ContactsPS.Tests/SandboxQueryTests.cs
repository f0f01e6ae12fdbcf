namespace ContactsPS.Tests;

/// <summary>The cmdlets that read a sandbox: Get-SandboxContact and Get-SandboxRequest.</summary>
public sealed class SandboxQueryTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private readonly ModuleShell _shell = fixture.Shell;
    private readonly string _list = Unique.Name("list");

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
