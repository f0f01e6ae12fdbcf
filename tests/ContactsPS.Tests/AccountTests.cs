namespace ContactsPS.Tests;

public sealed class AccountTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>, IDisposable
{
    private readonly Sandbox _sandbox = fixture.Sandbox;
    private readonly ModuleShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void The_account_connected_last_is_used()
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        Connect("-Name first");
        _shell.Connect(server);
        Connect("-Name last");
        string list = Unique.Name("list");

        _shell.Run($"'+33612345678' | Add-Contact -ListName '{list}'").Summary();

        Assert.Empty(server.Requests);
        Assert.Equal(1, _sandbox.Count(list));
        Assert.Equal(3, _shell.Run("Get-ContactsAccount").Output.Count);
    }

    [Fact]
    public void An_account_can_be_given_by_name_or_as_an_object()
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        Connect("-Name 'Maison d''été'");
        _shell.Connect(server);
        string list = Unique.Name("list");

        _shell.Run($"'+33612345671' | Add-Contact -Account \"maison d'été\" -ListName '{list}'").Summary();
        _shell.Run($"'+33612345672' | Add-Contact -Account (Get-ContactsAccount maison*) -ListName '{list}'").Summary();

        Assert.Empty(server.Requests);
        Assert.Equal(2, _sandbox.Count(list));
    }

    [Fact]
    public void An_unknown_account_name_is_an_error()
    {
        ShellResult result = _shell.Run("'+33612345671' | Add-Contact -Account nobody");

        Assert.Contains("nobody", result.Thrown!.Exception.Message, StringComparison.Ordinal);
        _shell.Run("Get-ContactsAccount nobody").OneError("AccountNotFound");
        _shell.Run("Disconnect-ContactsAccount nobody").OneError("AccountNotFound");
        _shell.Run("Disconnect-ContactsAccount").OneError("NotConnected");
        Assert.Empty(_shell.Run("Get-ContactsAccount no*").Errors);
    }

    [Fact]
    public void Connect_writes_the_account_only_with_PassThru()
    {
        Assert.Empty(Connect().Output);
        PSObject account = Connect("-PassThru -Name Test -TimeoutSec 7").OneObject();

        Assert.Equal("Test", account.Value<string>("Name"));
        Assert.Equal(_sandbox.Endpoint, account.Value<Uri>("Endpoint"));
        Assert.Equal(_sandbox.Credential.UserName, account.Value<string>("ApiLogin"));
        Assert.Equal(TimeSpan.FromSeconds(7), account.Value<TimeSpan>("Timeout"));
    }

    [Fact]
    public void Connect_accepts_a_login_and_a_key()
    {
        _shell.Set("key", _sandbox.Credential.Password);

        PSObject account = _shell.Run($"Connect-ContactsAccount -ApiLogin {_sandbox.Credential.UserName} -ApiKey $key -Endpoint {_sandbox.Endpoint} -PassThru").OneObject();

        Assert.Equal(_sandbox.Credential.UserName, account.Value<string>("Name"));
    }

    [Fact]
    public void A_new_connection_with_the_same_name_uses_the_new_key()
    {
        _shell.Connect(_sandbox.Endpoint, Credentials.Of(_sandbox.Credential.UserName, "wrong"));
        _shell.Run("'+33612345678' | Add-Contact").ThrewId("AuthenticationFailed");

        Connect();

        Assert.Equal(1, _shell.Run("'+33612345678' | Add-Contact").Summary().Accepted);
        Assert.Single(_shell.Run("Get-ContactsAccount").Output);
    }

    [Fact]
    public void After_Disconnect_there_is_no_current_account()
    {
        Connect("-Name one");
        Connect("-Name two");

        _shell.Run("Disconnect-ContactsAccount");

        Assert.Equal("one", _shell.Run("Get-ContactsAccount").OneObject().Value<string>("Name"));
        _shell.Run("'+33612345678' | Add-Contact").ThrewId("NotConnected");
        _shell.Run("Disconnect-ContactsAccount o*");
        Assert.Empty(_shell.Run("Get-ContactsAccount").Output);
    }

    [Fact]
    public void Test_reports_a_service_that_accepts_the_credential()
    {
        Connect();

        PSObject found = _shell.Run("Test-ContactsAccount").OneObject();

        Assert.True(found.Value<bool>("Reachable"));
        Assert.True(found.Value<bool>("Authenticated"));
        Assert.Equal(_sandbox.Endpoint, found.Value<Uri>("Endpoint"));
        Assert.Equal(_sandbox.Credential.UserName, found.Value<string>("ApiLogin"));
        Assert.True(found.Value<TimeSpan>("Latency") > TimeSpan.Zero);
        Assert.Equal(12.54m, found.Value<object>("Balance").Read("Amount"));
        Assert.Equal("euros", found.Value<object>("Balance").Read("Unit"));
        Assert.Empty(found.Value<string>("Message"));
    }

    [Fact]
    public void Test_reports_a_wrong_key_without_an_error()
    {
        _shell.Connect(_sandbox.Endpoint, Credentials.Of(_sandbox.Credential.UserName, "wrong"));

        PSObject found = _shell.Run("Test-ContactsAccount").OneObject();

        Assert.True(found.Value<bool>("Reachable"));
        Assert.False(found.Value<bool>("Authenticated"));
        Assert.Null(found.Value<object?>("Balance"));
        Assert.NotEmpty(found.Value<string>("Message"));
    }

    [Fact]
    public void Test_reports_an_unreachable_service_without_an_error()
    {
        var server = ScriptedServer.Hanging();
        server.Dispose();
        _shell.Connect(server);

        PSObject found = _shell.Run("Test-ContactsAccount").OneObject();

        Assert.False(found.Value<bool>("Reachable"));
        Assert.False(found.Value<bool>("Authenticated"));
        Assert.NotEmpty(found.Value<string>("Message"));
    }

    [Fact]
    public void Test_warns_when_the_service_is_down_and_only_then()
    {
        using var server = new ScriptedServer(request => request.Number == 1 ? ScriptedAnswer.Error(503, 7, "Come back later.") : ScriptedAnswer.Of(401));
        _shell.Connect(server);

        string warning = Assert.Single(_shell.Run("Test-ContactsAccount").Warnings);

        Assert.StartsWith($"The service at {server.Endpoint} is unavailable (HTTP 503, code 7: Come back later.", warning, StringComparison.Ordinal);
        Assert.Empty(_shell.Run("Test-ContactsAccount").Warnings);
    }

    [Fact]
    public void Test_with_Quiet_returns_a_Boolean()
    {
        var down = ScriptedServer.Hanging();
        down.Dispose();
        Connect();
        Assert.Equal(true, _shell.Run("Test-ContactsAccount -Quiet").OneObject().BaseObject);
        _shell.Connect(_sandbox.Endpoint, Credentials.Of(_sandbox.Credential.UserName, "wrong"));
        Assert.Equal(false, _shell.Run("Test-ContactsAccount -Quiet").OneObject().BaseObject);
        _shell.Connect(down);

        ShellResult result = _shell.Run("Test-ContactsAccount -Quiet");

        Assert.Equal(false, result.OneObject().BaseObject);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void The_current_account_is_marked()
    {
        Connect("-Name first");
        Connect("-Name last");

        Assert.Equal([false, true], _shell.Run("(Get-ContactsAccount | Sort-Object Name).IsCurrent").Output.Select(item => item.BaseObject));
        Assert.Equal(true, _shell.Run("$account = Get-ContactsAccount last; $account.IsCurrent").OneObject().BaseObject);
        Connect("-Name first");
        Assert.Equal(false, _shell.Run("$account.IsCurrent").OneObject().BaseObject);
        Assert.Equal(true, _shell.Run("(Get-ContactsAccount first).IsCurrent").OneObject().BaseObject);
        _shell.Run("Disconnect-ContactsAccount first");
        Assert.Equal(false, _shell.Run("(Get-ContactsAccount).IsCurrent").OneObject().BaseObject);
        Connect("-Name first");
        Assert.Matches(@"(?m)^\* +first ", (string)_shell.Run("Get-ContactsAccount | Out-String").OneObject().BaseObject);
    }

    [Fact]
    public void Test_reports_a_timeout_without_an_error()
    {
        using var server = ScriptedServer.Hanging();
        _shell.Set("endpoint", server.Endpoint);
        _shell.Set("credential", Credentials.Of("a@example.com", "b"));

        PSObject found = _shell.Run("Connect-ContactsAccount -Credential $credential -Endpoint $endpoint -NoVerify -TimeoutSec 1; Test-ContactsAccount").OneObject();

        Assert.False(found.Value<bool>("Reachable"));
        Assert.Contains("1 seconds", found.Value<string>("Message"), StringComparison.Ordinal);
        Assert.InRange(found.Value<TimeSpan>("Latency").TotalSeconds, 0.9, 10);
    }

    [Fact]
    public void Connect_without_a_credential_is_an_error_when_the_host_cannot_prompt() =>
        _shell.Run("Connect-ContactsAccount").ThrewId("CredentialMissing");

    [Fact]
    public void Connect_adds_a_slash_to_the_endpoint()
    {
        _shell.Set("credential", _sandbox.Credential);

        PSObject account = _shell.Run($"Connect-ContactsAccount -Credential $credential -Endpoint '{_sandbox.Endpoint.ToString().TrimEnd('/')}' -PassThru").OneObject();

        Assert.Equal(_sandbox.Endpoint, account.Value<Uri>("Endpoint"));
    }

    private ShellResult Connect(string parameters = "")
    {
        _shell.Set("sandboxToUse", _sandbox.Started);
        ShellResult result = _shell.Run($"$sandboxToUse | Connect-ContactsAccount {parameters}");
        Assert.Null(result.Thrown);
        return result;
    }
}
