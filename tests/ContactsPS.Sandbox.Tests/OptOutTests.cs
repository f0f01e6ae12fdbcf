using System.Net;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

public sealed class OptOutTests(SandboxProcessFixture fixture) : IClassFixture<SandboxProcessFixture>
{
    private readonly SandboxProcess _sandbox = fixture.Sandbox;
    private readonly string _number = Unique.Number();
    private readonly string _other = Unique.Number();

    [Theory]
    [InlineData("auto_delete_optout_contacts")]
    [InlineData("auto_remove_blacklisted_numbers")]
    public async Task Contacts_that_opted_out_are_left_out_on_request(string parameter)
    {
        _sandbox.OptOut(_number);
        await _sandbox.AddAsync(Bodies.Contacts(_number, _other).With(parameter, true));

        Assert.Null(_sandbox.Contact(_number));
        Assert.NotNull(_sandbox.Contact(_other));
    }

    [Fact]
    public async Task A_known_contact_that_is_left_out_is_not_changed()
    {
        await _sandbox.AddAsync(Bodies.Named(_number, "Anna").With("list_name", "VIP"));
        _sandbox.OptOut(_number);
        await _sandbox.AddAsync(Bodies.Named(_number, "Berta").With("auto_delete_optout_contacts", true).With("un_list", true));

        JsonNode kept = _sandbox.Contact(_number)!;

        Assert.Equal("Anna", (string?)kept["first_name"]);
        Assert.Equal(["VIP"], kept["lists"].Texts());
        Assert.Equal(1, (int)kept["received_count"]!);
    }

    [Fact]
    public async Task By_default_contacts_that_opted_out_are_added_and_marked()
    {
        _sandbox.OptOut(_number);
        await _sandbox.AddAsync(Bodies.Contacts(_number, _other));

        Assert.True((bool)_sandbox.Contact(_number)!["opted_out"]!);
        Assert.False((bool)_sandbox.Contact(_other)!["opted_out"]!);
    }

    [Theory]
    [InlineData("optouts")]
    [InlineData("refusals")]
    public async Task The_numbers_can_be_set_read_and_cleared(string path)
    {
        _sandbox.Put(path, """["+33 6 99 99 99 99", "0033699999998", "+33699999999"]""");
        string[] set = _sandbox.Get(path).Texts();
        using HttpResponseMessage cleared = await _sandbox.InspectAsync(HttpMethod.Delete, path);

        Assert.Equal(["+33699999999", "+33699999998"], set);
        Assert.Equal(HttpStatusCode.NoContent, cleared.StatusCode);
        Assert.Empty(_sandbox.Get(path).Texts());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[\"0612345678\"]")]
    [InlineData("[")]
    public async Task A_body_that_is_not_an_array_of_numbers_returns_400_and_changes_nothing(string body)
    {
        _sandbox.OptOut(_number);

        using HttpResponseMessage answer = await _sandbox.InspectAsync(HttpMethod.Put, "optouts", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty((string)(await answer.ReadJsonAsync())!["message"]!);
        Assert.Equal([_number], _sandbox.Get("optouts").Texts());
    }
}
