using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

/// <summary>Requests that are wrong as HTTP, or whose JSON can't be read.</summary>
public sealed class ProtocolTests(SandboxProcessFixture fixture) : IClassFixture<SandboxProcessFixture>
{
    private readonly SandboxProcess _sandbox = fixture.Sandbox;
    private readonly string _number = Unique.Number();

    [Theory]
    [InlineData("GET", "contact/create", "POST")]
    [InlineData("PUT", "contact/create", "POST")]
    [InlineData("POST", "contact/delete", "DELETE")]
    [InlineData("DELETE", "contact-list/create", "POST")]
    [InlineData("DELETE", "contact-list/empty", "POST")]
    [InlineData("POST", "contact-list/delete", "DELETE")]
    [InlineData("POST", "wallet/check-balance", "GET")]
    [InlineData("PATCH", "wallet/check-credits/", "GET")]
    public async Task Another_method_on_a_known_call_returns_405_with_Allow(string method, string path, string allowed)
    {
        using HttpResponseMessage answer = await _sandbox.CallAsync(new HttpMethod(method), path, "{}");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal([allowed], answer.Content.Headers.Allow);
        Assert.Equal(306, await answer.ReadCodeAsync());
    }

    [Fact]
    public async Task Another_method_is_unauthorized_without_a_credential_and_is_logged_with_one()
    {
        await using SandboxProcess sandbox = await SandboxProcess.StartAsync();

        using HttpResponseMessage unauthorized = await sandbox.CallAsync(HttpMethod.Get, "contact/create", null, null, null);
        using HttpResponseMessage refused = await sandbox.CallAsync(HttpMethod.Get, "contact/create");

        Assert.Equal(HttpStatusCode.Unauthorized, unauthorized.StatusCode);
        Assert.Equal([401, 405], sandbox.Get("requests").AsArray().Select(request => (int)request!["status"]!));
    }

    [Theory]
    [InlineData("gzip", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("br", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("identity", HttpStatusCode.Created)]
    public async Task A_body_with_a_content_encoding_returns_415(string encoding, HttpStatusCode status)
    {
        using HttpResponseMessage answer = await SendAsync(HttpMethod.Post, "contact/create", Bodies.Contacts(_number).ToJsonString(), encoding);

        Assert.Equal(status, answer.StatusCode);
        if (status is HttpStatusCode.UnsupportedMediaType)
        {
            Assert.Null(_sandbox.Contact(_number));
            Assert.Equal(100, await answer.ReadCodeAsync());
            Assert.Contains("Content-Encoding", (string?)(await answer.ReadJsonAsync())!["message"], StringComparison.Ordinal);
            Assert.Equal("identity", Assert.Single(answer.Headers.GetValues("Accept-Encoding")));
        }
    }

    [Fact]
    public async Task A_setting_in_a_gzip_body_returns_415()
    {
        using HttpResponseMessage answer = await SendAsync(HttpMethod.Put, "/sandbox/settings", "{}", "gzip");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Theory]
    [InlineData(64, "contacts is missing.")]
    [InlineData(65, "The body is nested too deeply: more than 64 levels.")]
    [InlineData(100_000, "The body is nested too deeply: more than 64 levels.")]
    public async Task JSON_that_is_too_deep_is_told_as_what_it_is(int levels, string message)
    {
        string deep = $$"""{"x": {{new string('[', levels - 1)}}{{new string(']', levels - 1)}}}""";

        Assert.Equal(message, await RefusalAsync(deep));
    }

    [Theory]
    [InlineData("{\n\"contacts\": oops}")]
    [InlineData("{\n\"contacts\": [[[[")]
    public async Task Text_that_is_not_JSON_is_told_with_its_line(string body)
    {
        Assert.StartsWith("The body is not JSON: line 2, byte ", await RefusalAsync(body), StringComparison.Ordinal);
    }

    private async Task<string?> RefusalAsync(string body)
    {
        using HttpResponseMessage answer = await _sandbox.CreateAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        JsonNode error = (await answer.ReadJsonAsync())!;
        return (string?)error["message"];
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string body, string encoding)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(method, new Uri(_sandbox.Endpoint, path))
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
            Headers = { { "api-login", SandboxProcess.Login }, { "api-key", SandboxProcess.Key } },
        };
        request.Content.Headers.ContentEncoding.Add(encoding);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
