using System.Net;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

public sealed class AuthenticationTests(SandboxProcessFixture fixture) : IClassFixture<SandboxProcessFixture>
{
    private readonly SandboxProcess _sandbox = fixture.Sandbox;

    public static TheoryData<string, string> Calls => new()
    {
        { "POST", "contact/create" },
        { "DELETE", "contact/delete" },
        { "POST", "contact-list/create" },
        { "POST", "contact-list/empty" },
        { "DELETE", "contact-list/delete" },
        { "GET", "wallet/check-balance" },
        { "GET", "wallet/check-credits" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Every_call_with_a_wrong_key_returns_401(string method, string path)
    {
        using HttpResponseMessage answer = await _sandbox.CallAsync(new HttpMethod(method), path, "{}", SandboxProcess.Login, "guessed-key");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        JsonNode error = (await answer.ReadJsonAsync())!;
        Assert.True((int)error["code"]! > 0);
        Assert.DoesNotContain("guessed-key", (string)error["message"]!, StringComparison.Ordinal);
        Assert.DoesNotContain(SandboxProcess.Key, (string)error["message"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(SandboxProcess.Login, null)]
    [InlineData(null, SandboxProcess.Key)]
    [InlineData("other@example.com", SandboxProcess.Key)]
    [InlineData(SandboxProcess.Login, "")]
    [InlineData(SandboxProcess.Login, "SANDBOX-KEY")]
    public async Task A_missing_or_wrong_credential_returns_401_and_changes_nothing(string? login, string? key)
    {
        string number = Unique.Number();

        using HttpResponseMessage answer = await _sandbox.CallAsync(
            HttpMethod.Post, "contact/create", Bodies.Contacts(number).ToJsonString(), login, key);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Null(_sandbox.Contact(number));
    }

    [Fact]
    public async Task A_blocked_login_returns_403_with_the_right_key_and_401_with_a_wrong_key()
    {
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync();
        sandbox.Change($$"""{"blocked_logins": ["{{SandboxProcess.Login}}"]}""");

        using HttpResponseMessage right = await sandbox.CallAsync(HttpMethod.Get, "wallet/check-balance");
        using HttpResponseMessage wrong = await sandbox.CallAsync(HttpMethod.Get, "wallet/check-balance", null, SandboxProcess.Login, "x");
        sandbox.Change("""{"blocked_logins": []}""");
        using HttpResponseMessage after = await sandbox.CallAsync(HttpMethod.Get, "wallet/check-balance");

        Assert.Equal(HttpStatusCode.Forbidden, right.StatusCode);
        Assert.True((int)(await right.ReadJsonAsync())!["code"]! > 0);
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }
}
