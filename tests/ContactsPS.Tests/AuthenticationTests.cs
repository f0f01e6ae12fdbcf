namespace ContactsPS.Tests;

public sealed class AuthenticationTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private readonly Sandbox _sandbox = fixture.Sandbox;

    [Fact]
    public void Connect_refuses_a_wrong_key()
    {
        using var shell = new ModuleShell();
        shell.Set("endpoint", _sandbox.Endpoint);
        shell.Set("credential", Credentials.Of(_sandbox.Credential.UserName, "wrong"));

        ShellResult result = shell.Run("Connect-ContactsAccount -Credential $credential -Endpoint $endpoint");

        ErrorRecord error = result.ThrewId("AuthenticationFailed");
        Assert.Empty(result.Errors);
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        Assert.Equal(401, error.Exception.Read("StatusCode"));
        Assert.Empty(shell.Run("Get-ContactsAccount").Output);
    }

    [Fact]
    public void A_wrong_key_ends_the_run_after_one_request_and_the_error_has_the_unsent_objects()
    {
        using var shell = new ModuleShell();
        shell.Connect(_sandbox.Endpoint, Credentials.Of(_sandbox.Credential.UserName, "wrong"));
        _sandbox.ForgetRequests();
        PSObject[] rows = Rows.Contacts(2_000);

        ShellResult result = shell.Run("$rows | Add-Contact", rows);

        ErrorRecord error = result.ThrewId("AuthenticationFailed");
        Assert.Empty(result.Errors);
        Assert.Empty(result.Output);
        Assert.Single(_sandbox.Requests());
        object[] unsent = Assert.IsType<object[]>(error.TargetObject);
        Assert.InRange(unsent.Length, 200, 2_000);
        Assert.Equal(rows.Take(unsent.Length).ToHashSet<object>(), unsent.ToHashSet());
        Assert.Contains("0 contacts were accepted", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_wrong_key_the_error_has_every_object_taken_from_the_pipeline()
    {
        // Two senders have five batches. The cmdlet has read one more contact when it waits for a free batch.
        using var isWaiting = new ManualResetEventSlim();
        using var server = new ScriptedServer(_ =>
        {
            isWaiting.Wait(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
            return ScriptedAnswer.Error(401, 101, "Wrong key.");
        });
        using var shell = new ModuleShell();
        shell.Connect(server);
        shell.Set("isWaiting", isWaiting);
        PSObject[] rows = Rows.Contacts(1_000);

        ShellResult result = shell.Run(
            "$global:taken = 0; $rows | ForEach-Object { if (++$global:taken -eq 51) { $isWaiting.Set() }; $_ } | Add-Contact -BatchSize 10 -ThrottleLimit 2", rows);

        object[] unsent = Assert.IsType<object[]>(result.ThrewId("AuthenticationFailed").TargetObject);
        Assert.Equal((int)shell.Get("taken")!, unsent.Length);
    }

    [Fact]
    public void Without_an_account_the_cmdlets_throw_NotConnected()
    {
        using var shell = new ModuleShell();

        ErrorRecord error = shell.Run("'+33612345678' | Add-Contact").ThrewId("NotConnected");

        Assert.Equal(ErrorCategory.ConnectionError, error.CategoryInfo.Category);
        shell.Run("Test-ContactsAccount").ThrewId("NotConnected");
        shell.Run("Import-Contact nowhere.csv").ThrewId("NotConnected");
    }

    [Theory]
    [InlineData("http://contacts.example.com/v1/public/")]
    [InlineData("http://192.0.2.7/")]
    [InlineData("http://127.0.0.1.example.com/")]
    public void An_unencrypted_endpoint_on_another_machine_is_refused(string endpoint)
    {
        using var shell = new ModuleShell();
        shell.Set("credential", Credentials.Of("someone@example.com", "key"));

        ErrorRecord error = shell.Run($"Connect-ContactsAccount -Credential $credential -Endpoint {endpoint}").ThrewId("EndpointNotSecure");

        Assert.Equal(ErrorCategory.SecurityError, error.CategoryInfo.Category);
        Assert.Empty(shell.Run("Get-ContactsAccount").Output);
    }

    [Fact]
    public void Nothing_is_sent_to_an_unencrypted_endpoint_on_another_machine()
    {
        // A request to the other machine would go through the proxy.
        using var proxy = new ScriptedServer(_ => ScriptedAnswer.Of(200, "{}"));
        using var shell = new ModuleShell();
        shell.Set("credential", Credentials.Of("someone@example.com", "key"));
        shell.Set("proxy", proxy.Endpoint);
        const string Connect = "Connect-ContactsAccount -Credential $credential -Endpoint http://contacts.example.com/ -Proxy $proxy";

        shell.Run(Connect).ThrewId("EndpointNotSecure");
        Assert.Empty(proxy.Requests);

        Assert.Null(shell.Run($"{Connect} -AllowUnencryptedAuthentication").Thrown);
        Assert.Single(proxy.Requests);
    }

    [Fact]
    public void A_blocked_login_is_denied_access()
    {
        using var shell = new ModuleShell();
        Sandbox sandbox = shell.StartSandbox();
        sandbox.Change($$"""{"blocked_logins": ["{{sandbox.Credential.UserName}}"]}""");

        ErrorRecord added = shell.Run("$rows | Add-Contact", Rows.Contacts(500)).ThrewId("AccessDenied");
        Assert.Equal(ErrorCategory.PermissionDenied, added.CategoryInfo.Category);
        Assert.Equal(403, added.Exception.Read("StatusCode"));
        Assert.Single(sandbox.Requests());

        shell.Run("$sandbox | Connect-ContactsAccount").ThrewId("AccessDenied");
    }

    [Fact]
    public void A_key_revoked_during_the_run_ends_it_and_the_error_counts_the_accepted_contacts()
    {
        using var server = new ScriptedServer(request => request.Number <= 3 ? ScriptedAnswer.Created : ScriptedAnswer.Error(401, 101, "Wrong key."));
        using var shell = new ModuleShell();
        shell.Connect(server);

        ErrorRecord error = shell.Run("$rows | Add-Contact -BatchSize 10 -ThrottleLimit 1", Rows.Contacts(1_000)).ThrewId("AuthenticationFailed");

        Assert.Contains("30 contacts were accepted before", error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public void A_redirect_is_not_followed()
    {
        using var elsewhere = new ScriptedServer(_ => ScriptedAnswer.Created);
        using var server = new ScriptedServer(_ => ScriptedAnswer.Of(307, headers: $"Location: {elsewhere.Endpoint}contact/create"));
        using var shell = new ModuleShell();
        shell.Connect(server);

        shell.Run("Add-Contact '+33612345678'").ThrewId("RequestRejected");

        Assert.Empty(elsewhere.Requests);
    }
}
