using System.Net;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

public sealed class ContactCreateTests(SandboxProcessFixture fixture) : IClassFixture<SandboxProcessFixture>
{
    private readonly SandboxProcess _sandbox = fixture.Sandbox;
    private readonly string _number = Unique.Number();
    private readonly string _name = Unique.Name();
    private readonly string _other = Unique.Name();

    [Fact]
    public async Task An_accepted_request_returns_201_without_a_body()
    {
        using HttpResponseMessage answer = await _sandbox.CreateAsync(Bodies.Contacts(_number).ToJsonString());

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task All_fields_are_stored_unchanged()
    {
        var contact = new JsonObject
        {
            ["phone_number"] = _number,
            ["first_name"] = "Zoé-Ångström",
            ["last_name"] = "山田 太郎",
            ["param1"] = "😀👩‍👩‍👧",
            ["param2"] = "\"quoted\" 'single' \\ back",
            ["param3"] = "\u202aright to left\u202c \u00a0",
            ["param4"] = "</x> & %00",
            ["param5"] = "",
        };
        await _sandbox.AddAsync(new JsonObject { ["contacts"] = new JsonArray(contact.DeepClone()) });

        JsonNode kept = _sandbox.Contact(_number)!;

        foreach ((string field, JsonNode? value) in contact)
        {
            Assert.Equal((string?)value, (string?)kept[field]);
        }
    }

    [Fact]
    public async Task All_fields_of_a_known_number_are_overwritten_and_it_is_counted()
    {
        await _sandbox.AddAsync(Bodies.Named(_number, "Anna"));
        await _sandbox.AddAsync(new JsonObject { ["contacts"] = new JsonArray(new JsonObject { ["phone_number"] = _number, ["last_name"] = "Berg" }) });

        JsonNode kept = _sandbox.Contact(_number)!;

        Assert.Null(kept["first_name"]);
        Assert.Equal("Berg", (string?)kept["last_name"]);
        Assert.Equal(2, (int)kept["received_count"]!);
    }

    [Fact]
    public async Task Do_not_overwrite_keeps_the_fields_and_attaches_lists_and_tags()
    {
        await _sandbox.AddAsync(Bodies.Named(_number, "Anna"));
        await _sandbox.AddAsync(Bodies.Named(_number, "Berta").With("do_not_overwrite", true).With("list_name", _name).With("tag_name", _other));

        JsonNode kept = _sandbox.Contact(_number)!;

        Assert.Equal("Anna", (string?)kept["first_name"]);
        Assert.Equal(2, (int)kept["received_count"]!);
        Assert.Equal([_name], kept["lists"].Texts());
        Assert.Equal([_other], kept["tags"].Texts());
    }

    [Fact]
    public async Task Do_not_overwrite_adds_a_new_number()
    {
        await _sandbox.AddAsync(Bodies.Named(_number, "Anna").With("do_not_overwrite", true));

        Assert.Equal("Anna", (string?)_sandbox.Contact(_number)!["first_name"]);
    }

    [Fact]
    public async Task The_last_contact_of_a_number_in_a_request_wins()
    {
        JsonObject body = Bodies.Named(_number, "Anna");
        body["contacts"]!.AsArray().Add(new JsonObject { ["phone_number"] = _number, ["first_name"] = "Berta" });
        await _sandbox.AddAsync(body);

        JsonNode kept = _sandbox.Contact(_number)!;

        Assert.Equal("Berta", (string?)kept["first_name"]);
        Assert.Equal(2, (int)kept["received_count"]!);
    }

    [Theory]
    [InlineData("list_name", "list_names", "lists")]
    [InlineData("tag_name", "tag_names", "tags")]
    public async Task A_single_name_and_an_array_of_names_are_combined(string one, string several, string field)
    {
        string third = Unique.Name();
        await _sandbox.AddAsync(Bodies.Contacts(_number).With(one, _name).With(several, new JsonArray(_name, _other, third)));

        Assert.Equal([_name, _other, third], _sandbox.Contact(_number)![field].Texts());
    }

    [Theory]
    [InlineData("list_name", "un_list", "lists")]
    [InlineData("tag_name", "un_tag", "tags")]
    public async Task Contacts_are_detached_before_they_are_attached(string name, string detach, string field)
    {
        await _sandbox.AddAsync(Bodies.Contacts(_number).With(name, _name));
        await _sandbox.AddAsync(Bodies.Contacts(_number).With(name, _other).With(detach, true));

        Assert.Equal([_other], _sandbox.Contact(_number)![field].Texts());
    }

    [Fact]
    public async Task Detaching_lists_keeps_tags_and_detaching_tags_keeps_lists()
    {
        await _sandbox.AddAsync(Bodies.Contacts(_number).With("list_name", _name).With("tag_name", _other));
        await _sandbox.AddAsync(Bodies.Contacts(_number).With("un_list", true));
        JsonNode withoutList = _sandbox.Contact(_number)!;
        await _sandbox.AddAsync(Bodies.Contacts(_number).With("list_name", _name).With("un_tag", true));
        JsonNode withoutTag = _sandbox.Contact(_number)!;

        Assert.Empty(withoutList["lists"].Texts());
        Assert.Equal([_other], withoutList["tags"].Texts());
        Assert.Equal([_name], withoutTag["lists"].Texts());
        Assert.Empty(withoutTag["tags"].Texts());
    }

    [Fact]
    public async Task Attaching_a_list_keeps_the_other_lists()
    {
        await _sandbox.AddAsync(Bodies.Contacts(_number).With("list_name", _name));
        await _sandbox.AddAsync(Bodies.Contacts(_number).With("list_name", _other));

        Assert.Equal([_name, _other], _sandbox.Contact(_number)!["lists"].Texts());
    }

    [Fact]
    public async Task Sending_a_request_twice_gives_the_same_state()
    {
        JsonObject body = Bodies.Named(_number, "Anna").With("list_name", _name).With("tag_name", _other);
        await _sandbox.AddAsync(body);
        JsonNode once = _sandbox.Contact(_number)!;
        await _sandbox.AddAsync(body);
        JsonNode twice = _sandbox.Contact(_number)!;

        once["received_count"] = 2;
        Assert.True(JsonNode.DeepEquals(once, twice));
    }

    [Fact]
    public async Task A_request_without_contacts_is_accepted()
    {
        await _sandbox.AddAsync(Bodies.Contacts());
    }

    [Fact]
    public async Task A_request_of_2000_contacts_is_accepted()
    {
        string[] numbers = Unique.Numbers(2000);
        await _sandbox.AddAsync(Bodies.Contacts(numbers).With("list_name", _name));

        Assert.Equal(2000, (int)_sandbox.Get($"contacts/count?list_name={_name}")["count"]!);
    }
}
