using System.Net;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

public sealed class SettingsTests : IAsyncLifetime
{
    private SandboxProcess _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxProcess.StartAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public void The_default_settings_cause_no_failures()
    {
        JsonNode expected = JsonNode.Parse(
            """
            {
                "latency_milliseconds": 0, "failure_rate": 0, "failure_kind": "mixed", "retry_after_seconds": 1, "blocked_logins": [],
                "maximum_contacts": null, "list_capacity": null, "full_lists": [], "account_standing": "good", "success_body": false
            }
            """)!;

        Assert.True(JsonNode.DeepEquals(expected, _sandbox.Get("settings")));
    }

    [Fact]
    public void A_change_keeps_the_settings_that_it_does_not_name()
    {
        _sandbox.Change("""{"latency_milliseconds": 5, "full_lists": ["a"], "maximum_contacts": 1, "list_capacity": 7, "success_body": true}""");
        _sandbox.Change("""{"failure_rate": 0.5, "failure_kind": "dropped", "retry_after_seconds": 3, "blocked_logins": ["b"], "list_capacity": null, "account_standing": "not_validated"}""");

        JsonNode expected = JsonNode.Parse(
            """
            {
                "latency_milliseconds": 5, "failure_rate": 0.5, "failure_kind": "dropped", "retry_after_seconds": 3, "blocked_logins": ["b"],
                "maximum_contacts": 1, "list_capacity": null, "full_lists": ["a"], "account_standing": "not_validated", "success_body": true
            }
            """)!;
        Assert.True(JsonNode.DeepEquals(expected, _sandbox.Get("settings")));
    }

    [Theory]
    [InlineData("{\"latency_milliseconds\": -1}", "latency_milliseconds")]
    [InlineData("{\"latency_milliseconds\": \"5\"}", "latency_milliseconds")]
    [InlineData("{\"failure_rate\": 1.1}", "failure_rate")]
    [InlineData("{\"failure_rate\": null}", "failure_rate")]
    [InlineData("{\"failure_kind\": \"dropped_twice\"}", "too_many_requests")]
    [InlineData("{\"retry_after_seconds\": 0.5}", "retry_after_seconds")]
    [InlineData("{\"blocked_logins\": \"me\"}", "blocked_logins")]
    [InlineData("{\"full_lists\": [1]}", "full_lists")]
    [InlineData("{\"maximum_contacts\": 0}", "maximum_contacts")]
    [InlineData("{\"list_capacity\": -1}", "list_capacity")]
    [InlineData("{\"account_standing\": \"bad\"}", "not_validated")]
    [InlineData("{\"account_standing\": null}", "account_standing")]
    [InlineData("{\"success_body\": 1}", "success_body")]
    [InlineData("{\"retry_after_seconds\": 9, \"speed\": 5}", "speed")]
    [InlineData("[]", "object")]
    [InlineData("{", "JSON")]
    public async Task An_invalid_setting_returns_400_with_its_name_and_changes_nothing(string change, string named)
    {
        JsonNode before = _sandbox.Get("settings");

        using HttpResponseMessage answer = await _sandbox.InspectAsync(HttpMethod.Put, "settings", change);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(named, (string?)(await answer.ReadJsonAsync())!["message"], StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(before, _sandbox.Get("settings")));
    }
}
