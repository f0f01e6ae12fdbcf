using System.Net;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

/// <summary>The limits of the account, which are settings.</summary>
public sealed class LimitTests : IAsyncLifetime
{
    private readonly string _number = Unique.Number();
    private SandboxProcess _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxProcess.StartAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task A_request_may_have_the_maximum_of_contacts_and_no_more()
    {
        _sandbox.Change("""{"maximum_contacts": 50}""");

        Assert.Equal(201, await CreateAsync(Bodies.Contacts(Unique.Numbers(50))));
        Assert.Equal(305, await CreateAsync(Bodies.Contacts(Unique.Numbers(51))));
        Assert.Equal(50, (int)_sandbox.Get("contacts/count")["count"]!);
        Assert.Equal([50, 51], _sandbox.Requests().Select(request => (int)request["contacts"]!));

        _sandbox.Change("""{"maximum_contacts": null}""");
        Assert.Equal(201, await CreateAsync(Bodies.Contacts(Unique.Numbers(51))));
    }

    [Theory]
    [InlineData("list_name")]
    [InlineData("list_names")]
    public async Task A_full_list_refuses_any_contacts_and_the_other_lists_accept_them(string parameter)
    {
        _sandbox.Change("""{"full_lists": ["VIP"]}""");

        Assert.Equal(304, await CreateAsync(Bodies.Contacts(_number).With(parameter, "VIP")));
        Assert.Null(_sandbox.Contact(_number));
        Assert.Equal(201, await CreateAsync(Bodies.Contacts(_number).With(parameter, "Others")));
    }

    [Fact]
    public async Task A_list_holds_as_many_contacts_as_its_capacity()
    {
        _sandbox.Change("""{"list_capacity": 3}""");
        string[] numbers = Unique.Numbers(4);

        Assert.Equal(201, await CreateAsync(Bodies.Contacts(numbers[..2]).With("list_name", "VIP")));
        Assert.Equal(304, await CreateAsync(Bodies.Contacts(numbers[2..]).With("list_name", "VIP")));
        Assert.Equal(numbers[..2], _sandbox.Numbers("VIP"));

        Assert.Equal(201, await CreateAsync(Bodies.Contacts(numbers[2]).With("list_name", "VIP")));
        Assert.Equal(304, await CreateAsync(Bodies.Contacts(numbers[3]).With("list_names", new JsonArray("Others", "VIP"))));
        Assert.Null(_sandbox.Contact(numbers[3]));
        Assert.Equal(201, await CreateAsync(Bodies.Contacts(numbers[3]).With("list_name", "Others")));
    }

    [Fact]
    public async Task Contacts_that_take_no_further_place_are_accepted_on_a_list_at_its_capacity()
    {
        string[] numbers = Unique.Numbers(3);
        await _sandbox.AddAsync(Bodies.Contacts(numbers[..2]).With("list_name", "VIP"));
        _sandbox.OptOut(numbers[2]);
        _sandbox.Change("""{"list_capacity": 1}""");

        Assert.Equal(201, await CreateAsync(Bodies.Contacts(numbers[0], numbers[1], numbers[0]).With("list_name", "VIP")));
        Assert.Equal(201, await CreateAsync(Bodies.Contacts(numbers).With("list_name", "VIP").With("auto_delete_optout_contacts", true)));
        Assert.Equal(304, await CreateAsync(Bodies.Contacts(numbers).With("list_name", "VIP")));
    }

    [Fact]
    public async Task A_number_that_is_twice_in_a_request_takes_one_place_on_a_list()
    {
        _sandbox.Change("""{"list_capacity": 1}""");

        Assert.Equal(201, await CreateAsync(Bodies.Contacts(_number, _number).With("list_name", "VIP")));
    }

    [Theory]
    [InlineData("POST", "contact/create")]
    [InlineData("DELETE", "contact/delete")]
    [InlineData("POST", "contact-list/create")]
    [InlineData("POST", "contact-list/empty")]
    [InlineData("DELETE", "contact-list/delete")]
    public async Task An_account_that_is_not_in_good_standing_can_change_nothing(string method, string call)
    {
        _sandbox.Change("""{"account_standing": "not_validated"}""");
        using HttpResponseMessage refused = await _sandbox.CallAsync(new HttpMethod(method), call, "{}");
        using HttpResponseMessage unauthorized = await _sandbox.CallAsync(new HttpMethod(method), call, "{}", SandboxProcess.Login, "x");

        Assert.Equal((HttpStatusCode.BadRequest, 113), (refused.StatusCode, await refused.ReadCodeAsync()));
        Assert.Equal(HttpStatusCode.Unauthorized, unauthorized.StatusCode);
    }

    [Fact]
    public async Task The_balance_can_be_read_in_any_standing_and_is_zero_without_credit()
    {
        _sandbox.Change("""{"account_standing": "not_validated"}""");
        Assert.Equal(12.54m, (decimal)(await WalletAsync("check-balance"))["amount"]!);

        _sandbox.Change("""{"account_standing": "out_of_credit"}""");
        JsonNode balance = await WalletAsync("check-balance?with_details=true");
        Assert.Equal(0, (decimal)balance["amount"]!);
        Assert.Empty(balance["wallet_packs"]!.AsArray());
        Assert.Equal(0, (int)(await WalletAsync("check-credits?country_codes[]=FR"))["FR"]!["hlr"]!);
    }

    [Fact]
    public async Task A_success_has_a_body_only_with_the_setting()
    {
        _sandbox.Change("""{"success_body": true}""");

        using HttpResponseMessage contacts = await _sandbox.CreateAsync(Bodies.Contacts(_number).ToJsonString());
        using HttpResponseMessage list = await _sandbox.CallAsync(HttpMethod.Post, "contact-list/create", """{"list_name": "VIP"}""");

        Assert.Equal((HttpStatusCode.Created, "Created."), (contacts.StatusCode, (string?)(await contacts.ReadJsonAsync())!["message"]));
        Assert.Equal((HttpStatusCode.Created, "Created."), (list.StatusCode, (string?)(await list.ReadJsonAsync())!["message"]));
        Assert.Equal("application/json", contacts.Content.Headers.ContentType?.MediaType);
    }

    /// <summary>The status of contact/create. The code, when it is refused.</summary>
    private async Task<int?> CreateAsync(JsonObject body)
    {
        using HttpResponseMessage answer = await _sandbox.CreateAsync(body.ToJsonString());
        return answer.StatusCode is HttpStatusCode.BadRequest ? await answer.ReadCodeAsync() : (int)answer.StatusCode;
    }

    private async Task<JsonNode> WalletAsync(string call)
    {
        using HttpResponseMessage answer = await _sandbox.CallAsync(HttpMethod.Get, $"wallet/{call}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.ReadJsonAsync())!;
    }
}
