using System.Net;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

public sealed class ContactDeleteTests(SandboxProcessFixture fixture) : IClassFixture<SandboxProcessFixture>
{
    private readonly SandboxProcess _sandbox = fixture.Sandbox;
    private readonly string _number = Unique.Number();
    private readonly string _other = Unique.Number();
    private readonly string _list = Unique.Name();

    [Fact]
    public async Task Deleted_contacts_are_removed_from_the_account_its_lists_and_its_tags()
    {
        await _sandbox.AddAsync(Bodies.Contacts(_number, _other).With("list_name", _list).With("tag_name", _list));

        using HttpResponseMessage answer = await DeleteAsync(new JsonObject { ["phone_numbers"] = new JsonArray(_number) });

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Null(_sandbox.Contact(_number));
        Assert.NotNull(_sandbox.Contact(_other));
        Assert.Equal(1, (int)_sandbox.Get("lists").AsArray().Single(list => (string)list!["name"]! == _list)!["contacts"]!);
        Assert.Equal(1, (int)_sandbox.Get("tags").AsArray().Single(tag => (string)tag!["name"]! == _list)!["contacts"]!);
    }

    [Fact]
    public async Task With_a_list_name_contacts_are_removed_only_from_that_list()
    {
        string otherList = Unique.Name();
        await _sandbox.AddAsync(Bodies.Contacts(_number).With("list_names", new JsonArray(_list, otherList)));

        using HttpResponseMessage answer = await DeleteAsync(new JsonObject { ["phone_numbers"] = new JsonArray(_number), ["list_name"] = _list });

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal([otherList], _sandbox.Contact(_number)!["lists"].Texts());
    }

    [Fact]
    public async Task Numbers_are_formatted_and_unknown_numbers_are_ignored()
    {
        await _sandbox.AddAsync(Bodies.Contacts(_number));

        using HttpResponseMessage answer = await DeleteAsync(new JsonObject { ["phone_numbers"] = new JsonArray("nobody", _other, $"00{_number[1..]}") });

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Null(_sandbox.Contact(_number));
    }

    [Fact]
    public async Task A_deleted_contact_that_is_added_again_is_a_new_contact()
    {
        await _sandbox.AddAsync(Bodies.Contacts(_number).With("list_name", _list));
        using HttpResponseMessage answer = await DeleteAsync(new JsonObject { ["phone_numbers"] = _number });
        await _sandbox.AddAsync(Bodies.Contacts(_number));

        JsonNode contact = _sandbox.Contact(_number)!;
        Assert.Empty(contact["lists"].Texts());
        Assert.Equal(1, (int)contact["received_count"]!);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(200, null)]
    [InlineData(0, 103)]
    [InlineData(201, 305)]
    public async Task A_request_may_have_1_to_200_numbers(int count, int? code)
    {
        JsonNode[] numbers = [.. Enumerable.Range(0, count).Select(_ => JsonValue.Create(Unique.Number()))];

        using HttpResponseMessage answer = await DeleteAsync(new JsonObject { ["phone_numbers"] = new JsonArray(numbers) });

        Assert.Equal(code is null ? HttpStatusCode.NoContent : HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, code is null ? null : await answer.ReadCodeAsync());
    }

    [Theory]
    [InlineData("{}", 103)]
    [InlineData("{\"phone_numbers\": [null]}", 103)]
    [InlineData("{", 100)]
    [InlineData("[\"+33612345678\"]", 100)]
    public async Task A_body_without_numbers_returns_400(string body, int code)
    {
        using HttpResponseMessage answer = await _sandbox.CallAsync(HttpMethod.Delete, "contact/delete", body);

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.StatusCode, await answer.ReadCodeAsync()));
    }

    [Fact]
    public async Task A_list_that_does_not_exist_is_refused_and_the_contact_is_kept()
    {
        await _sandbox.AddAsync(Bodies.Contacts(_number));

        using HttpResponseMessage answer = await DeleteAsync(new JsonObject { ["phone_numbers"] = new JsonArray(_number), ["list_name"] = _list });

        Assert.Equal((HttpStatusCode.BadRequest, 303), (answer.StatusCode, await answer.ReadCodeAsync()));
        Assert.NotNull(_sandbox.Contact(_number));
    }

    private Task<HttpResponseMessage> DeleteAsync(JsonObject body) => _sandbox.CallAsync(HttpMethod.Delete, "contact/delete", body.ToJsonString());
}
