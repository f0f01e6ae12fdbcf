namespace ContactsPS.Tests;

public sealed class SandboxCmdletTests : IDisposable
{
    private readonly ModuleShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void The_object_of_a_sandbox_has_its_endpoint_and_process()
    {
        Sandbox sandbox = _shell.StartSandbox();

        Assert.EndsWith("/v1/public/", sandbox.Endpoint.AbsoluteUri, StringComparison.Ordinal);
        Assert.True(sandbox.Endpoint.IsLoopback);
        Assert.True(Processes.IsRunning(sandbox.Started.Value<int>("ProcessId")));
        Assert.Null(sandbox.Started.Value<string?>("DataPath"));
        Assert.Equal(sandbox.Endpoint.ToString(), $"{_shell.Run("Get-ContactsSandbox").OneObject()}");
    }

    [Fact]
    public void Stop_ends_the_given_sandboxes_or_all_sandboxes()
    {
        int[] ids = [.. _shell.Run("1..3 | ForEach-Object { Start-ContactsSandbox }").Output.Select(sandbox => sandbox.Value<int>("ProcessId"))];

        _shell.Run("(Get-ContactsSandbox)[1] | Stop-ContactsSandbox");
        Assert.Equal([true, false, true], ids.Select(Processes.IsRunning));
        Assert.Equal(2, _shell.Run("Get-ContactsSandbox").Output.Count);

        _shell.Run("Stop-ContactsSandbox");
        Assert.Equal([false, false, false], ids.Select(Processes.IsRunning));
        _shell.Run("Get-SandboxContact").ThrewId("SandboxNotRunning");
    }

    [Fact]
    public void Data_at_a_path_survive_the_sandbox()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Find("data.sqlite");
        _shell.StartSandbox($"-DataPath '{path}'");
        _shell.Run("'+33612345678' | Add-Contact -ListName VIP; Stop-ContactsSandbox");

        Sandbox again = _shell.StartSandbox($"-DataPath '{path}'");

        Assert.Equal(path, again.Started.Value<string>("DataPath"));
        Assert.Equal(1, again.Count("VIP"));
    }

    [Fact]
    public void A_sandbox_uses_the_given_port_and_credential()
    {
        Sandbox first = _shell.StartSandbox();
        _shell.Run("Stop-ContactsSandbox");
        _shell.Set("credential", Credentials.Of("me@example.com", "my-key"));

        Sandbox sandbox = _shell.StartSandbox($"-Port {first.Endpoint.Port} -Credential $credential");

        Assert.Equal(first.Endpoint, sandbox.Endpoint);
        Assert.True(_shell.Run("Test-ContactsAccount").OneObject().Value<bool>("Authenticated"));
        Assert.Equal("me@example.com", sandbox.Credential.UserName);
    }

    [Fact]
    public void A_port_in_use_is_an_error()
    {
        using var server = ScriptedServer.Hanging();

        ErrorRecord error = _shell.Run($"Start-ContactsSandbox -Port {server.Endpoint.Port}").ThrewId("SandboxStartFailed");

        Assert.Contains("did not start", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(_shell.Run("Get-ContactsSandbox").Output);
    }

    [Fact]
    public void A_sandbox_whose_process_was_killed_is_not_listed()
    {
        _shell.Run("Start-ContactsSandbox | ForEach-Object { $process = [Diagnostics.Process]::GetProcessById($_.ProcessId); $process.Kill(); $process.WaitForExit() }");

        Assert.Empty(_shell.Run("Get-ContactsSandbox").Output);
        _shell.Run("Get-SandboxRequest").ThrewId("SandboxNotRunning");
    }
}
