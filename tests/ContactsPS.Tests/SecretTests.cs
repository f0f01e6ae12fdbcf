namespace ContactsPS.Tests;

public sealed class SecretTests
{
    [Fact]
    public void No_stream_of_a_run_contains_the_key()
    {
        using var shell = new ModuleShell();
        Sandbox sandbox = shell.StartSandbox("-FailureRate 0.3");
        sandbox.Change("""{"retry_after_seconds": 0}""");
        sandbox.Refuse(Rows.Number(3));

        ShellResult result = shell.Run(
            """
            $sandbox | Connect-ContactsAccount -NoVerify -PassThru -Verbose -Debug
            $sandbox
            Test-ContactsAccount -Verbose -Debug
            $rows | Add-Contact -ListName VIP -BatchSize 5 -RetryIntervalSec 0 -Verbose -Debug
            'nonsense' | Add-Contact -Verbose -Debug
            Get-ContactsAccount nobody
            """,
            Rows.Contacts(20));

        Assert.Null(result.Thrown);
        Assert.True(result.Verbose.Count > 10);
        Assert.Contains("ContactRejected", result.ErrorIds());
        Assert.DoesNotContain(sandbox.Key, result.Everything, StringComparison.Ordinal);
        foreach (object item in result.Output)
        {
            Assert.DoesNotContain(sandbox.Key, Texts.Dump(item), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(500)]
    [InlineData(307)]
    public void A_key_that_the_service_echoes_is_not_shown(int status)
    {
        const string Key = ModuleShellExtensions.ScriptedKey;
        using var server = new ScriptedServer(_ => ScriptedAnswer.Error(
            status, 1, $"No such key: {Key}", $"Location: https://example.com/{Key}"));
        using var shell = new ModuleShell();
        shell.Connect(server);

        ShellResult added = shell.Run("'+33612345678' | Add-Contact -MaximumRetryCount 1 -RetryIntervalSec 0 -Verbose -Debug");
        ShellResult connected = shell.Run("Connect-ContactsAccount -Credential $credential -Endpoint $endpoint -Verbose -Debug");
        ShellResult tested = shell.Run("Test-ContactsAccount -Verbose -Debug");

        Assert.Contains(Key, server.Requests[0].Head, StringComparison.Ordinal);
        Assert.NotNull(connected.Thrown);
        foreach (ShellResult result in new[] { added, connected, tested })
        {
            Assert.DoesNotContain(Key, result.Everything, StringComparison.Ordinal);
            Assert.All(result.Output, item => Assert.DoesNotContain(Key, Texts.Dump(item), StringComparison.Ordinal));
            Assert.All(result.Errors, error => Assert.DoesNotContain(Key, Texts.Dump(error), StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("clé-secrète")]
    [InlineData("secret key")]
    [InlineData("secret\nkey")]
    public void A_key_that_cannot_be_an_http_header_is_refused_and_not_shown(string key)
    {
        using var shell = new ModuleShell();
        shell.Set("credential", Credentials.Of("someone@example.com", key));

        ShellResult result = shell.Run("Connect-ContactsAccount -Credential $credential -NoVerify -Verbose -Debug");

        result.ThrewId("CredentialInvalid");
        Assert.DoesNotContain(key, result.Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://someone:secret@contacts.example.com/")]
    [InlineData("https://contacts.example.com/?api-key=secret")]
    [InlineData("https://contacts.example.com/#secret")]
    public void An_endpoint_with_a_secret_is_refused_and_the_secret_not_shown(string endpoint)
    {
        using var shell = new ModuleShell();
        shell.Set("credential", Credentials.Of("someone@example.com", "key"));
        shell.Set("endpoint", new Uri(endpoint));

        ErrorRecord error = shell.Run("Connect-ContactsAccount -Credential $credential -Endpoint $endpoint -NoVerify").ThrewId("EndpointInvalid");

        Assert.DoesNotContain("secret", error.Exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_key_of_a_sandbox_is_neither_on_its_command_line_nor_in_its_environment()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Command lines and environments are read from /proc.");
        using var shell = new ModuleShell();
        Sandbox sandbox = shell.StartSandbox();

        Assert.False(Processes.HasCommandLine(sandbox.Key));
        Assert.False(Processes.HasEnvironment(sandbox.Key));
        Assert.True(Processes.HasCommandLine("--stop-with-stdin"));
        Assert.True(Processes.HasEnvironment("PATH="));
        shell.Run("$sandbox | Connect-ContactsAccount -PassThru").OneObject();
    }
}
