using System.Net;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

public sealed class RefusalTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    private readonly SandboxProcess _sandbox = fixture.Sandbox;
    private readonly string _number = SandboxProcess.NewNumber();
    private readonly string _other = SandboxProcess.NewNumber();
    private readonly string _list = SandboxProcess.NewName();

    [Fact]
    public async Task A_request_with_a_refused_contact_is_refused_whole_without_saying_which()
    {
        await _sandbox.PutAsync("refusals", $"[\"{_number}\"]");

        using HttpResponseMessage answer = await _sandbox.CreateAsync(
            Bodies.Contacts(_other, $"00{_number[1..]}").With("list_name", _list).ToJsonString());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        JsonNode error = (await SandboxProcess.JsonAsync(answer))!;
        Assert.Equal(210, (int)error["code"]!);
        Assert.DoesNotContain(_number[1..], (string)error["message"]!, StringComparison.Ordinal);
        Assert.Null(await _sandbox.ContactAsync(_other));
        Assert.DoesNotContain((await _sandbox.LookAsync("lists")).AsArray(), list => (string)list!["name"]! == _list);
    }

    [Fact]
    public async Task A_request_without_a_refused_contact_is_accepted()
    {
        await _sandbox.PutAsync("refusals", $"[\"{_number}\"]");

        await _sandbox.AddAsync(Bodies.Contacts(_other));

        Assert.NotNull(await _sandbox.ContactAsync(_other));
    }

    [Theory]
    [InlineData("list_name")]
    [InlineData("list_names")]
    public async Task A_refused_list_is_400_whatever_the_contacts(string parameter)
    {
        await _sandbox.PutAsync("settings", $$"""{"refused_lists": ["{{_list}}"]}""");

        using HttpResponseMessage refused = await _sandbox.CreateAsync(Bodies.Contacts(_number).With(parameter, _list).ToJsonString());
        await _sandbox.AddAsync(Bodies.Contacts(_other).With(parameter, SandboxProcess.NewName()));

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Null(await _sandbox.ContactAsync(_number));
        Assert.NotNull(await _sandbox.ContactAsync(_other));
    }
}
