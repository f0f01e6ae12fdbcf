namespace ContactsPS.Tests;

/// <summary>The cmdlets that look into a sandbox, change it, and wait for it.</summary>
public sealed class SandboxControlTests : IDisposable
{
    private readonly ModuleShell _shell = new();
    private readonly Sandbox _sandbox;

    public SandboxControlTests() => _sandbox = _shell.StartSandbox();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void Get_SandboxList_returns_lists_and_tags_with_their_counts()
    {
        _shell.Run("'+33612345678', '+33612345679' | Add-Contact -ListName VIP -TagName new; '+33612345678' | Add-Contact -ListName Newsletter");

        Assert.Equal(["VIP 2", "Newsletter 1"], Lines("Get-SandboxList"));
        Assert.Equal(["VIP 2"], Lines("Get-SandboxList v*"));
        Assert.Equal(["new 2"], Lines("Get-SandboxList -Tag"));
    }

    [Fact]
    public void Get_SandboxRequest_has_the_notes()
    {
        _shell.Run("$null = Invoke-RestMethod \"$((Get-ContactsSandbox).Endpoint)contact/create\" -Method Post -Body '{\"contacts\": [\"nobody\"]}' -Headers @{ 'api-login' = 'sandbox@example.com'; 'api-key' = (Get-ContactsSandbox).Credential.GetNetworkCredential().Password }");

        Assert.Equal("contacts[0] dropped: There is no phone number.", $"{_shell.Run("(Get-SandboxRequest -Last 1).Notes").OneObject()}");
    }

    [Fact]
    public void Set_ContactsSandbox_changes_only_what_is_given()
    {
        _shell.Run("Set-ContactsSandbox -FailureRate 0.5 -FailureKind TooManyRequests -RetryAfterSec 3 -FullList a, b -BlockedLogin x -MaximumContacts 7 -ListCapacity 9 -AccountStanding OutOfCredit");
        _shell.Run("Set-ContactsSandbox -LatencyMilliseconds 5 -MaximumContacts $null -FullList @()");
        _shell.Run("Set-ContactsSandbox -ListCapacity 1 -WhatIf");

        Assert.Equal(
            """{"latency_milliseconds":5,"failure_rate":0.5,"failure_kind":"too_many_requests","retry_after_seconds":3,"blocked_logins":["x"],"maximum_contacts":null,"list_capacity":9,"full_lists":[],"account_standing":"out_of_credit","success_body":false}""",
            _sandbox.Get("settings").ToJsonString());
    }

    [Fact]
    public void Reset_ContactsSandbox_deletes_the_data_unless_WhatIf()
    {
        _shell.Run("$null = '+33612345678' | Add-Contact -ListName VIP; Set-ContactsSandbox -LatencyMilliseconds 1; Reset-ContactsSandbox -WhatIf");
        Assert.Equal(1, _sandbox.Count("VIP"));

        _shell.Run("Reset-ContactsSandbox");

        Assert.Empty(_sandbox.Get("contacts").AsArray());
        Assert.Equal(0, (int)_sandbox.Get("settings")["latency_milliseconds"]!);
    }

    [Fact]
    public void Wait_SandboxRequest_returns_the_requests_that_match()
    {
        _shell.Run("$null = '+33612345678', '+33612345679' | Add-Contact -BatchSize 1 -ListName VIP");

        ShellResult result = _shell.Run("Wait-SandboxRequest contact/create -Status 201 -BodyContains VIP -Count 2");

        Assert.Equal(2, result.Output.Count);
        Assert.All(result.Output, request => Assert.Equal(1L, request.Value<long?>("Contacts")));
    }

    [Fact]
    public void Wait_SandboxRequest_that_times_out_is_an_error()
    {
        ErrorRecord error = _shell.Run("Wait-SandboxRequest contact-list/create -TimeoutSec 0").ThrewId("SandboxWaitTimedOut");

        Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
    }

    [Fact]
    public void The_address_of_the_page_is_a_property()
    {
        Assert.Equal(new Uri(_sandbox.Endpoint, "/"), _sandbox.Started.Value<Uri>("Page"));
    }

    [Fact(SkipUnless = nameof(HasOpener), Skip = "Only Linux opens pages with xdg-open, which the test replaces.")]
    public async Task Show_opens_the_page()
    {
        using var folder = new TemporaryFolder();
        string opened = folder.Find("opened");
        string program = folder.Write("xdg-open", $"#!/bin/sh\nprintf '%s' \"$1\" > '{opened}.part' && mv '{opened}.part' '{opened}'\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        PSObject sandbox = _shell.Run($"$path = $env:PATH; $env:PATH = '{folder.Path}:' + $path; try {{ Start-ContactsSandbox -Show }} finally {{ $env:PATH = $path }}").OneObject();

        await Eventually.HoldsAsync(() => File.Exists(opened), "the browser is started");
        Assert.Equal($"{sandbox.Value<Uri>("Page")}", await File.ReadAllTextAsync(opened, TestContext.Current.CancellationToken));
    }

    [Fact(SkipUnless = nameof(HasOpener), Skip = "Only Linux opens pages with xdg-open, which the test replaces.")]
    public async Task Show_without_a_browser_is_a_warning_with_the_address_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        string program = folder.Write("xdg-open", "#!/bin/sh\necho 'no browser found'\necho 'no browser found' >&2\nexit 3\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        HostRun run = await HostProgram.RunAsync(
            "-Command", $"$env:PATH = '{folder.Path}:' + $env:PATH; (Start-ContactsSandbox -Show).Page.ToString()");

        string page = Assert.Single(run.Lines);
        Assert.Equal([$"WARNING: The browser can't be started (xdg-open ended with code 3). The page is {page}"], run.Warnings);
        Assert.Empty(run.Errors);
    }

    public static bool HasOpener => OperatingSystem.IsLinux();

    private string[] Lines(string script) => [.. _shell.Run(script).Output.Select(list => $"{list.Value<string>("Name")} {list.Value<long>("ContactCount")}")];
}
