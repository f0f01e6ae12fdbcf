namespace ContactsPS.Tests;

/// <summary>Connect-ContactsAccount -FromEnvironment, in a process for each test, because a process has one environment.</summary>
public sealed class EnvironmentTests
{
    private const string Clear =
        "$env:CONTACTSPS_API_LOGIN = $env:CONTACTSPS_API_KEY = $env:CONTACTSPS_ENDPOINT = $null;";

    [Fact]
    public async Task Login_key_and_endpoint_are_read_from_the_environment()
    {
        HostRun run = await HostProgram.RunAsync("-Command", Clear + """
            $sandbox = Start-ContactsSandbox
            $env:CONTACTSPS_API_LOGIN = $sandbox.Credential.UserName
            $env:CONTACTSPS_API_KEY = $sandbox.Credential.GetNetworkCredential().Password
            $env:CONTACTSPS_ENDPOINT = $sandbox.Endpoint
            Connect-ContactsAccount -FromEnvironment
            ('+33612345678' | Add-Contact).Accepted
            """);

        Assert.Equal((0, "1", ""), (run.ExitCode, run.Output.Trim(), run.Errors));
    }

    [Fact]
    public async Task The_default_endpoint_is_the_vendors()
    {
        HostRun run = await HostProgram.RunAsync("-Command", Clear + """
            $env:CONTACTSPS_API_LOGIN = 'someone@example.com'
            $env:CONTACTSPS_API_KEY = 'key'
            (Connect-ContactsAccount -FromEnvironment -NoVerify -PassThru).Endpoint.AbsoluteUri
            """);

        Assert.Equal((0, "https://api.octopush.com/v1/public/"), (run.ExitCode, run.Output.Trim()));
    }

    [Theory]
    [InlineData("$env:CONTACTSPS_API_KEY = 'key'", "CONTACTSPS_API_LOGIN")]
    [InlineData("$env:CONTACTSPS_API_LOGIN = 'someone@example.com'", "CONTACTSPS_API_KEY")]
    public async Task The_error_names_the_missing_variable(string set, string missing)
    {
        HostRun run = await HostProgram.RunAsync(
            "-Command", $"{Clear} {set}; try {{ Connect-ContactsAccount -FromEnvironment }} catch {{ $_.FullyQualifiedErrorId; $_.Exception.Message }}");

        Assert.Equal("EnvironmentVariableMissing,ContactsPS.Commands.ConnectContactsAccountCommand", run.Lines[0]);
        Assert.Contains($"{missing} is not set", run.Output, StringComparison.Ordinal);
    }
}
