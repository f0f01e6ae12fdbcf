using System.Text.Json.Nodes;

namespace ContactsPS.Tests;

public sealed class RetryTests
{
    [Fact]
    public void All_contacts_arrive_when_one_request_in_five_fails_and_the_retries_are_counted()
    {
        using var shell = new ModuleShell();
        Sandbox sandbox = shell.StartSandbox("-FailureRate 0.2");
        sandbox.Change("""{"retry_after_seconds": 0}""");

        ShellResult result = shell.Run("$rows | Add-Contact -ListName VIP -RetryIntervalSec 0.05", Rows.Contacts(10_000));

        Summary summary = result.Summary();
        JsonObject[] requests = sandbox.Requests();
        JsonObject[] failed = [.. requests.Where(request => request["failure"] is not null)];
        Assert.Empty(result.Errors);
        Assert.Equal((10_000, 10_000, 0), (summary.Read, summary.Accepted, summary.NotSent));
        Assert.Equal(10_000, sandbox.Count("VIP"));
        Assert.True(summary.Retries > 0);
        Assert.Equal(failed.Length, summary.Retries);
        Assert.Equal(requests.Length, summary.Requests);
        Assert.Equal(["dropped", "server_error", "too_many_requests"], failed.Select(request => (string)request["failure"]!).Distinct().Order());
    }

    [Fact]
    public void The_Retry_After_of_the_service_delays_the_retry()
    {
        using var server = new ScriptedServer(request => request.Number == 1 ? ScriptedAnswer.Of(429, headers: "Retry-After: 1") : ScriptedAnswer.Created);
        using var shell = new ModuleShell();
        shell.Connect(server);

        Summary summary = shell.Run("$global:watch = [Diagnostics.Stopwatch]::StartNew(); Add-Contact '+33612345678' -RetryIntervalSec 0; $watch.Stop()").Summary();

        Assert.Equal(new Summary(1, 1, 0, 0, 0, 2, 1), summary);
        Assert.InRange(((System.Diagnostics.Stopwatch)shell.Get("watch")!).Elapsed.TotalSeconds, 0.9, 10);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    public void A_permanent_error_is_not_retried(int status)
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Error(status, 1, "No."));
        using var shell = new ModuleShell();
        shell.Connect(server);

        shell.Run("Add-Contact '+33612345678' -RetryIntervalSec 0");

        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public void A_transient_error_is_retried_MaximumRetryCount_times(int status)
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Of(status));
        using var shell = new ModuleShell();
        shell.Connect(server);

        ShellResult result = shell.Run("Add-Contact '+33612345678' -RetryIntervalSec 0 -MaximumRetryCount 2");

        Assert.Equal(["ServiceUnavailable"], result.ErrorIds());
        Assert.Equal(new Summary(1, 0, 0, 0, 1, 3, 2), result.Summary());
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public void A_retry_sends_the_same_bytes()
    {
        using var server = new ScriptedServer(request => ScriptedAnswer.Of(request.Number == 1 ? 500 : 201));
        using var shell = new ModuleShell();
        shell.Connect(server);

        shell.Run("$rows | Add-Contact -ListName VIP -RetryIntervalSec 0", Rows.Contacts(3));

        Assert.Equal(2, server.Requests.Count);
        Assert.Equal(server.Requests[0].Body, server.Requests[1].Body);
    }
}
