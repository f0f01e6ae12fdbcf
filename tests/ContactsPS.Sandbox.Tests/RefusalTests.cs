using System.Net;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

public sealed class RefusalTests(SandboxProcessFixture fixture) : IClassFixture<SandboxProcessFixture>
{
    private readonly SandboxProcess _sandbox = fixture.Sandbox;
    private readonly string _number = Unique.Number();
    private readonly string _other = Unique.Number();
    private readonly string _list = Unique.Name();

    [Fact]
    public async Task A_request_with_a_refused_contact_is_refused_whole_and_the_contact_not_named()
    {
        _sandbox.Refuse(_number);

        using HttpResponseMessage answer = await _sandbox.CreateAsync(
            Bodies.Contacts(_other, $"00{_number[1..]}").With("list_name", _list).ToJsonString());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        JsonNode error = (await answer.ReadJsonAsync())!;
        Assert.DoesNotContain(_number[1..], (string)error["message"]!, StringComparison.Ordinal);
        Assert.Null(_sandbox.Contact(_other));
        Assert.DoesNotContain(_sandbox.Get("lists").AsArray(), list => (string)list!["name"]! == _list);
    }

    [Fact]
    public async Task A_request_without_a_refused_contact_is_accepted()
    {
        _sandbox.Refuse(_number);

        await _sandbox.AddAsync(Bodies.Contacts(_other));

        Assert.NotNull(_sandbox.Contact(_other));
    }

}
