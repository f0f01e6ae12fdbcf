using System.Net;

namespace ContactsPS.Sandbox.Tests;

/// <summary>The codes are those of the vendor's table (docs/web-service.md, Error codes).</summary>
public sealed class ErrorCodeTests : IAsyncLifetime
{
    private SandboxProcess _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxProcess.StartAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Theory]
    [InlineData(SandboxProcess.Login, "guessed-key", 101)]
    [InlineData("other@example.com", SandboxProcess.Key, 101)]
    [InlineData(null, SandboxProcess.Key, 108)]
    [InlineData("", SandboxProcess.Key, 108)]
    [InlineData(null, null, 108)]
    [InlineData(SandboxProcess.Login, null, 109)]
    public async Task A_401_says_which_part_of_the_credential_is_missing_or_wrong(string? login, string? key, int code)
    {
        using HttpResponseMessage answer = await _sandbox.CallAsync(HttpMethod.Get, "wallet/check-balance", null, login, key);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(code, await answer.ReadCodeAsync());
    }

    [Fact]
    public async Task A_403_has_the_code_of_an_account_without_access()
    {
        _sandbox.Change($$"""{"blocked_logins": ["{{SandboxProcess.Login}}"]}""");

        using HttpResponseMessage answer = await _sandbox.CallAsync(HttpMethod.Get, "wallet/check-balance");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(207, await answer.ReadCodeAsync());
    }

    [Fact]
    public async Task A_404_has_the_code_of_an_unknown_action()
    {
        using HttpResponseMessage answer = await _sandbox.CallAsync(HttpMethod.Get, "contact/list");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(306, await answer.ReadCodeAsync());
    }

    [Fact]
    public async Task A_413_has_no_code_because_the_table_has_none()
    {
        using HttpResponseMessage answer = await _sandbox.CreateAsync(new string(' ', 30_000_001));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Null(await answer.ReadCodeAsync());
        Assert.NotEmpty((string)(await answer.ReadJsonAsync())!["message"]!);
    }

    [Fact]
    public async Task Simulated_failures_have_the_codes_of_too_many_attempts_and_of_an_unknown_error()
    {
        _sandbox.Change("""{"failure_rate": 1}""");

        using HttpResponseMessage first = await _sandbox.CallAsync(HttpMethod.Get, "wallet/check-balance");
        using HttpResponseMessage second = await _sandbox.CallAsync(HttpMethod.Get, "wallet/check-balance");

        Assert.Equal((HttpStatusCode.TooManyRequests, 128), (first.StatusCode, await first.ReadCodeAsync()));
        Assert.Equal((HttpStatusCode.InternalServerError, 125), (second.StatusCode, await second.ReadCodeAsync()));
    }

    [Theory]
    [InlineData("contact/create", "{", 100)]
    [InlineData("contact/create", "", 100)]
    [InlineData("contact/create", "[]", 100)]
    [InlineData("contact/create", "{}", 103)]
    [InlineData("contact/create", "{\"contacts\": null}", 103)]
    [InlineData("contact-list/create", "[\"VIP\"]", 100)]
    [InlineData("contact-list/create", "{}", 100)]
    public async Task A_body_without_the_required_data_has_a_code_that_says_what_is_missing(string call, string body, int code)
    {
        using HttpResponseMessage answer = await _sandbox.CallAsync(HttpMethod.Post, call, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, await answer.ReadCodeAsync());
    }

    [Fact]
    public async Task A_refused_number_has_the_code_of_an_unknown_country()
    {
        string number = Unique.Number();
        _sandbox.Refuse(number);

        using HttpResponseMessage answer = await _sandbox.CreateAsync(Bodies.Contacts(number).ToJsonString());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(150, await answer.ReadCodeAsync());
    }

    [Theory]
    [InlineData("{\"maximum_contacts\": 1}", 305)]
    [InlineData("{\"full_lists\": [\"VIP\"]}", 304)]
    [InlineData("{\"list_capacity\": 1}", 304)]
    [InlineData("{\"account_standing\": \"out_of_credit\"}", 104)]
    [InlineData("{\"account_standing\": \"not_validated\"}", 113)]
    public async Task A_limit_has_its_code_and_changes_nothing(string settings, int code)
    {
        _sandbox.Change(settings);

        using HttpResponseMessage answer = await _sandbox.CreateAsync(Bodies.Contacts(Unique.Numbers(2)).With("list_name", "VIP").ToJsonString());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, await answer.ReadCodeAsync());
        Assert.Empty(_sandbox.Get("lists").AsArray());
        Assert.Empty(_sandbox.Get("contacts").AsArray());
    }
}
