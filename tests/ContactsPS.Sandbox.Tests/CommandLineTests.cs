using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--prot", "5000")]
    [InlineData("--port")]
    [InlineData("--port", "70000")]
    [InlineData("--port", "-1")]
    [InlineData("--latency-milliseconds", "soon")]
    [InlineData("--failure-rate", "1.5")]
    [InlineData("--failure-rate", "0,5")]
    [InlineData("--data-path", "")]
    [InlineData("--stop-with-stdin=no")]
    [InlineData("--maximum-contacts", "0")]
    [InlineData("--list-capacity", "many")]
    [InlineData("--full-list")]
    [InlineData("--account-standing", "bad")]
    [InlineData("--success-body=yes")]
    public async Task An_invalid_option_gives_one_error_line_and_exit_code_2(params string[] options)
    {
        (int code, string output, string error) = await RunAsync(options);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains(options[0], error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Help_shows_every_option_and_gives_exit_code_0()
    {
        (int code, string output, string error) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.Empty(error);
        Assert.All<string>(
            [
                "--port", "--data-path", "--latency-milliseconds", "--failure-rate", "--maximum-contacts", "--list-capacity", "--full-list",
                "--account-standing", "--success-body", "--stop-with-stdin",
            ],
            option => Assert.Contains(option, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_port_in_use_gives_one_error_line_and_exit_code_1()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        string port = ((IPEndPoint)other.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);

        (int code, string output, string error) = await RunAsync("--port", port);

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains(port, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_path_in_a_missing_folder_gives_one_error_line_and_exit_code_1()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Find("missing/contacts.db");

        (int code, string output, string error) = await RunAsync("--data-path", path);

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains(path, Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_path_of_another_kind_of_file_is_refused_and_the_file_unchanged()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("contacts.db", new string('x', 5000));

        (int code, _, string error) = await RunAsync("--data-path", path);

        Assert.Equal(1, code);
        Assert.Single(error.TrimEnd().Split('\n'));
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_data_path_in_use_gives_one_error_line_and_exit_code_1()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Find("contacts.db");
        await using SandboxProcess first = await SandboxProcess.StartAsync("--data-path", path);

        (int code, _, string error) = await RunAsync("--data-path", path);

        Assert.Equal(1, code);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("other.example", "--allowed-host=other.example", HttpStatusCode.OK)]
    [InlineData("other.example", "--allowed-host=another.example", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1", "--any-address", HttpStatusCode.OK)]
    public async Task A_host_name_is_answered_only_when_it_is_allowed(string host, string option, HttpStatusCode status)
    {
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync(option);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(sandbox.Endpoint, "/sandbox/state")) { Headers = { Host = host } };

        using HttpResponseMessage answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task The_options_set_the_port_and_the_settings()
    {
        int port = LoopbackPort.FindFree();
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync(
            "--port", port.ToString(CultureInfo.InvariantCulture), "--latency-milliseconds=7", "--failure-rate", "0.25", "--failure-kind=dropped",
            "--maximum-contacts", "50", "--list-capacity=1000", "--full-list", "VIP", "--full-list=Zoé", "--account-standing", "out_of_credit",
            "--success-body");

        Assert.Equal(new Uri($"http://127.0.0.1:{port}/v1/public/"), sandbox.Endpoint);
        JsonNode expected = JsonNode.Parse(
            """
            {
                "latency_milliseconds": 7, "failure_rate": 0.25, "failure_kind": "dropped", "retry_after_seconds": 1, "blocked_logins": [],
                "maximum_contacts": 50, "list_capacity": 1000, "full_lists": ["VIP", "Zoé"], "account_standing": "out_of_credit", "success_body": true
            }
            """)!;
        Assert.True(JsonNode.DeepEquals(expected, sandbox.Get("settings")));
    }

    [Fact]
    public async Task The_credential_is_read_from_standard_input()
    {
        using Process process = Process.Start(DotnetProgram.Prepare(
            Repository.SandboxProgram, ["--stop-with-stdin", "--credential-from-stdin"], [("CONTACTSPS_SANDBOX_KEY", "not-this-one")]))!;
        await process.StandardInput.WriteAsync("me@example.com\nmy-own-secret\n");
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        string? ready = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(ready!["ready ".Length..]) };
        http.DefaultRequestHeaders.Add("api-login", "me@example.com");
        http.DefaultRequestHeaders.Add("api-key", "my-own-secret");

        using HttpResponseMessage answer = await http.GetAsync(new Uri("wallet/check-balance", UriKind.Relative), TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, 0), (answer.StatusCode, process.ExitCode));
    }

    [Theory]
    [InlineData("")]
    [InlineData("me@example.com\n")]
    [InlineData("me@example.com\n\n")]
    [InlineData("me@example.com\nkey")]
    public async Task A_credential_that_is_not_whole_ends_the_start(string input)
    {
        using Process process = Process.Start(DotnetProgram.Prepare(Repository.SandboxProgram, ["--stop-with-stdin", "--credential-from-stdin"], []))!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();

        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("a line for the key", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_credential_is_read_from_the_environment_and_its_key_is_not_shown()
    {
        await using SandboxProcess sandbox = await SandboxProcess.StartExactlyAsync(
            [], ("CONTACTSPS_SANDBOX_LOGIN", "me@example.com"), ("CONTACTSPS_SANDBOX_KEY", "my-own-secret"));

        using HttpResponseMessage right = await sandbox.CallAsync(HttpMethod.Get, "wallet/check-balance", null, "me@example.com", "my-own-secret");
        using HttpResponseMessage standard = await sandbox.CallAsync(HttpMethod.Get, "wallet/check-balance");
        sandbox.Process.Kill();
        string output = await sandbox.Process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, standard.StatusCode);
        Assert.Contains("me@example.com", output, StringComparison.Ordinal);
        Assert.DoesNotContain("my-own-secret", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_default_credential_is_shown_without_stop_with_stdin()
    {
        await using SandboxProcess sandbox = await SandboxProcess.StartExactlyAsync([]);

        string? line = await sandbox.Process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

        Assert.Contains(SandboxProcess.Login, line, StringComparison.Ordinal);
        Assert.Contains(SandboxProcess.Key, line, StringComparison.Ordinal);
    }

    private static Task<ProgramRun> RunAsync(params string[] options) => DotnetProgram.RunAsync(Repository.SandboxProgram, options);
}
