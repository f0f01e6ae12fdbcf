using System.Net;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

/// <summary>The history of a contact says which request set what.</summary>
public sealed class ContactHistoryTests(SandboxProcessFixture fixture) : IClassFixture<SandboxProcessFixture>
{
    private readonly SandboxProcess _sandbox = fixture.Sandbox;
    private readonly string _number = Unique.Number();

    [Fact]
    public async Task Each_request_that_named_the_number_is_there_with_what_it_sent()
    {
        await _sandbox.AddAsync(Bodies.Named($"{_number[..4]} {_number[4..]}", "Zoé").With("list_name", "VIP"));
        await _sandbox.AddAsync(Bodies.Contacts(Unique.Number()));
        await _sandbox.AddAsync(Bodies.Contacts(Unique.Number(), _number).With("tag_name", "new"));
        using HttpResponseMessage deleted = await _sandbox.CallAsync(
            HttpMethod.Delete, "contact/delete", $$"""{"phone_numbers": ["{{Unique.Number()}}", "{{_number}}"]}""");

        JsonArray history = History();

        Assert.Equal([204, 201, 201], history.Select(request => (int)request!["status"]!));
        Assert.Equal([_number], history[0]!["sent"]!["phone_numbers"].Texts());
        Assert.Equal(_number, (string?)Assert.Single(history[1]!["sent"]!["contacts"]!.AsArray())!["phone_number"]);
        Assert.Equal("new", (string?)history[1]!["sent"]!["tag_name"]);
        Assert.Equal("Zoé", (string?)history[2]!["sent"]!["contacts"]![0]!["first_name"]);
        Assert.Equal("VIP", (string?)history[2]!["sent"]!["list_name"]);
    }

    [Fact]
    public async Task A_request_that_was_refused_is_there_with_its_status()
    {
        _sandbox.Refuse(_number);
        using HttpResponseMessage refused = await _sandbox.CreateAsync(Bodies.Contacts(_number).ToJsonString());

        Assert.Equal(400, (int)Assert.Single(History())!["status"]!);
    }

    [Fact]
    public async Task The_history_of_an_unknown_number_is_empty_and_of_a_text_is_refused()
    {
        using HttpResponseMessage answer = await _sandbox.InspectAsync(HttpMethod.Get, "contacts/nobody/history");

        Assert.Empty(History());
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private JsonArray History() => _sandbox.Get($"contacts/{Uri.EscapeDataString(_number)}/history").AsArray();
}
