using System.Net;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

public sealed class ContactListTests(SandboxProcessFixture fixture) : IClassFixture<SandboxProcessFixture>
{
    private readonly SandboxProcess _sandbox = fixture.Sandbox;
    private readonly string _number = Unique.Number();
    private readonly string _list = Unique.Name();
    private readonly string _other = Unique.Name();

    [Fact]
    public async Task A_created_list_is_empty_and_creating_it_again_is_refused_and_changes_nothing()
    {
        Assert.Equal(HttpStatusCode.Created, await CallAsync(HttpMethod.Post, "create"));
        Assert.Equal(0, await ContactsAsync());
        await _sandbox.AddAsync(Bodies.Contacts(_number).With("list_name", _list));

        Assert.Equal(302, await RefusalAsync(HttpMethod.Post, "create"));
        Assert.Equal(1, await ContactsAsync());
    }

    [Fact]
    public async Task A_list_that_a_request_with_contacts_created_exists()
    {
        await _sandbox.AddAsync(Bodies.Contacts(_number).With("list_name", _list));

        Assert.Equal(302, await RefusalAsync(HttpMethod.Post, "create"));
    }

    [Fact]
    public async Task Emptying_a_list_keeps_the_list_and_its_contacts()
    {
        await _sandbox.AddAsync(Bodies.Contacts(_number).With("list_names", new JsonArray(_list, _other)));

        Assert.Equal(HttpStatusCode.NoContent, await CallAsync(HttpMethod.Post, "empty"));

        Assert.Equal(0, await ContactsAsync());
        Assert.Equal([_other], _sandbox.Contact(_number)!["lists"].Texts());
    }

    [Fact]
    public async Task Emptying_a_list_can_delete_its_contacts_from_the_account()
    {
        string elsewhere = Unique.Number();
        await _sandbox.AddAsync(Bodies.Contacts(_number).With("list_names", new JsonArray(_list, _other)));
        await _sandbox.AddAsync(Bodies.Contacts(elsewhere).With("list_name", _other));

        Assert.Equal(HttpStatusCode.NoContent, await CallAsync(HttpMethod.Post, "empty", ", \"delete_contacts\": true"));

        Assert.Equal(0, await ContactsAsync());
        Assert.Null(_sandbox.Contact(_number));
        Assert.NotNull(_sandbox.Contact(elsewhere));
    }

    [Fact]
    public async Task Deleting_a_list_keeps_its_contacts()
    {
        await _sandbox.AddAsync(Bodies.Contacts(_number).With("list_name", _list));

        Assert.Equal(HttpStatusCode.NoContent, await CallAsync(HttpMethod.Delete, "delete"));

        Assert.Null(await ContactsAsync());
        Assert.Empty(_sandbox.Contact(_number)!["lists"].Texts());
    }

    [Fact]
    public async Task Deleting_or_emptying_a_missing_list_is_refused()
    {
        Assert.Equal(303, await RefusalAsync(HttpMethod.Delete, "delete"));
        Assert.Equal(303, await RefusalAsync(HttpMethod.Post, "empty"));
        Assert.Null(await ContactsAsync());
    }

    [Theory]
    [InlineData("POST", "create")]
    [InlineData("POST", "empty")]
    [InlineData("DELETE", "delete")]
    public async Task A_body_without_a_list_name_returns_400(string method, string call)
    {
        using HttpResponseMessage missing = await _sandbox.CallAsync(new HttpMethod(method), $"contact-list/{call}", "{}");
        using HttpResponseMessage blank = await _sandbox.CallAsync(new HttpMethod(method), $"contact-list/{call}", """{"list_name": " "}""");
        using HttpResponseMessage broken = await _sandbox.CallAsync(new HttpMethod(method), $"contact-list/{call}", "{");

        Assert.Equal(HttpStatusCode.BadRequest, missing.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, blank.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, broken.StatusCode);
    }

    private async Task<HttpStatusCode> CallAsync(HttpMethod method, string call, string more = "")
    {
        using HttpResponseMessage answer = await AskAsync(method, call, more);
        return answer.StatusCode;
    }

    private async Task<int?> RefusalAsync(HttpMethod method, string call)
    {
        using HttpResponseMessage answer = await AskAsync(method, call, "");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return await answer.ReadCodeAsync();
    }

    private Task<HttpResponseMessage> AskAsync(HttpMethod method, string call, string more) =>
        _sandbox.CallAsync(method, $"contact-list/{call}", $$"""{"list_name": "{{_list}}"{{more}}}""");

    /// <summary>The number of contacts on the list; null if the list does not exist.</summary>
    private async Task<int?> ContactsAsync() =>
        (int?)_sandbox.Get("lists").AsArray().SingleOrDefault(list => (string)list!["name"]! == _list)?["contacts"];
}
