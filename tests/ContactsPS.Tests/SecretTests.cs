namespace ContactsPS.Tests;

/// <summary>Keys that can't be sent, endpoints with a secret, and the process of a sandbox.</summary>
public sealed class SecretTests
{
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
