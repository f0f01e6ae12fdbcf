using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

/// <summary>Incorrect data is cast, formatted or ignored, and the request is carried out (docs/web-service.md, Incorrect data).</summary>
public sealed class IncorrectDataTests(SandboxProcessFixture fixture) : IClassFixture<SandboxProcessFixture>
{
    private readonly SandboxProcess _sandbox = fixture.Sandbox;
    private readonly string _number = Unique.Number();

    [Theory]
    [InlineData("\"+33 7 00-00.00(01)\"", "+33700000001")]
    [InlineData("\"0033700000002\"", "+33700000002")]
    [InlineData("\"00 33 700000003\"", "+33700000003")]
    [InlineData("\"33700000004\"", "+33700000004")]
    [InlineData("33700000005", "+33700000005")]
    [InlineData("33700000006.0", "+33700000006")]
    [InlineData("3.3700000007E10", "+33700000007")]
    [InlineData("\"tel:+33700000008\"", "+33700000008")]
    [InlineData("\"+337+00000009\"", "+33700000009")]
    [InlineData("\"\\u202a+33700000010\\u202c\"", "+33700000010")]
    [InlineData("\"+123123\"", "+123123")]
    [InlineData("\"+2222333344444555\"", "+2222333344444555")]
    [InlineData("\"002222333344444556\"", "+2222333344444556")]
    public async Task A_phone_number_is_formatted(string sent, string kept)
    {
        await _sandbox.AddAsync($$"""{"contacts": [{"phone_number": {{sent}}}]}""");

        Assert.NotNull(_sandbox.Contact(kept));
    }

    [Theory]
    [InlineData("{\"phone_number\": \"0612345678\"}")]
    [InlineData("{\"phone_number\": \"12345\"}")]
    [InlineData("{\"phone_number\": \"+12345678901234567\"}")]
    [InlineData("{\"phone_number\": \"nobody\"}")]
    [InlineData("{\"phone_number\": \"\"}")]
    [InlineData("{\"phone_number\": null}")]
    [InlineData("{\"phone_number\": true}")]
    [InlineData("{\"phone_number\": [\"+33700000011\"]}")]
    [InlineData("{\"phone_number\": \"\\ud800\"}")]
    [InlineData("{\"first_name\": \"Anna\"}")]
    [InlineData("[\"+33700000011\"]")]
    [InlineData("\"nobody\"")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("7")]
    public async Task A_contact_without_a_valid_number_is_ignored_and_the_rest_accepted(string contact)
    {
        string list = Unique.Name();
        await _sandbox.AddAsync($$"""{"contacts": [{{contact}}, {"phone_number": "{{_number}}"}], "list_name": "{{list}}"}""");

        JsonArray kept = _sandbox.Get($"contacts?list_name={list}").AsArray();

        Assert.Equal(_number, (string?)Assert.Single(kept)!["phone_number"]);
    }

    [Theory]
    [InlineData("{\"phone_number\": \"+33700000021\", \"first_name\": \"Zoé\"}", "+33700000021", "Zoé")]
    [InlineData("\"+33 700000022\"", "+33700000022", null)]
    [InlineData("33700000023", "+33700000023", null)]
    [InlineData("[\"+33700000024\"]", "+33700000024", null)]
    [InlineData("[33700000025]", "+33700000025", null)]
    public async Task A_single_contact_and_a_bare_number_are_cast_to_contacts(string contacts, string number, string? firstName)
    {
        string list = Unique.Name();
        await _sandbox.AddAsync($$"""{"contacts": {{contacts}}, "list_name": "{{list}}"}""");

        JsonNode kept = Assert.Single(_sandbox.Contacts(list));
        Assert.Equal((number, firstName), ((string?)kept["phone_number"], (string?)kept["first_name"]));
    }

    [Theory]
    [InlineData("first_name")]
    [InlineData("last_name")]
    [InlineData("param1")]
    [InlineData("param2")]
    [InlineData("param3")]
    [InlineData("param4")]
    [InlineData("param5")]
    public async Task Control_characters_are_deleted_from_a_field(string field)
    {
        await _sandbox.AddAsync(new JsonObject
        {
            ["contacts"] = new JsonArray(new JsonObject { ["phone_number"] = _number, [field] = "\0a\r\nb\tc\u001fd\u007fe\u0085f\u009fg\u00a0h" }),
        });

        Assert.Equal("abcdefg\u00a0h", (string?)_sandbox.Contact(_number)![field]);
    }

    [Theory]
    [InlineData("12", "12")]
    [InlineData("-1.50", "-1.50")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    [InlineData("[1]", null)]
    [InlineData("\"\\ud800\"", null)]
    public async Task A_field_is_cast_to_text_or_takes_its_default(string sent, string? kept)
    {
        await _sandbox.AddAsync($$"""{"contacts": [{"phone_number": "{{_number}}", "param1": {{sent}}}]}""");

        Assert.Equal(kept, (string?)_sandbox.Contact(_number)!["param1"]);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("2.5", true)]
    [InlineData("\"true\"", true)]
    [InlineData("\" TRUE \"", true)]
    [InlineData("\"1\"", true)]
    [InlineData("\"yes\"", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    [InlineData("\"false\"", false)]
    [InlineData("\"0\"", false)]
    [InlineData("\"\"", false)]
    [InlineData("\"perhaps\"", false)]
    [InlineData("null", false)]
    [InlineData("[true]", false)]
    [InlineData("{}", false)]
    public async Task A_flag_is_cast_to_a_boolean_or_takes_its_default(string sent, bool detached)
    {
        await _sandbox.AddAsync(Bodies.Contacts(_number).With("list_name", "VIP"));
        await _sandbox.AddAsync(Bodies.Contacts(_number).With("un_list", JsonNode.Parse(sent)));

        Assert.Equal(detached, _sandbox.Contact(_number)!["lists"].Texts().Length == 0);
    }

    [Theory]
    [InlineData("\"one\"", "one")]
    [InlineData("[\"one\", 2, true, null, {}, \"\", \"  \"]", "one", "2", "true")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task Names_are_cast_to_an_array_of_texts(string sent, params string[] names)
    {
        await _sandbox.AddAsync(Bodies.Contacts(_number).With("list_names", JsonNode.Parse(sent)).With("tag_names", JsonNode.Parse(sent)));

        JsonNode kept = _sandbox.Contact(_number)!;
        Assert.Equal(names.Order(StringComparer.Ordinal), kept["lists"].Texts().Order(StringComparer.Ordinal));
        Assert.Equal(names.Order(StringComparer.Ordinal), kept["tags"].Texts().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_truncated_between_characters()
    {
        string list = string.Concat(Enumerable.Repeat("😀", 31));
        string tag = new('t', 21);
        await _sandbox.AddAsync(Bodies.Contacts(_number).With("list_name", list).With("tag_name", tag));

        JsonNode kept = _sandbox.Contact(_number)!;
        Assert.Equal([list[..60]], kept["lists"].Texts());
        Assert.Equal([tag[..20]], kept["tags"].Texts());
    }

    [Fact]
    public async Task Control_characters_are_removed_from_a_name()
    {
        await _sandbox.AddAsync(Bodies.Contacts(_number).With("list_name", "V\0I\nP"));

        Assert.Equal(["VIP"], _sandbox.Contact(_number)!["lists"].Texts());
    }

    [Fact]
    public async Task Unknown_parameters_are_ignored()
    {
        await _sandbox.AddAsync(
            $$"""{"colour": {"deep": [1]}, "\ud800": 1, "contacts": [{"phone_number": "{{_number}}", "shoe_size": 43, "\ud800": 1}]}""");

        Assert.NotNull(_sandbox.Contact(_number));
    }

    [Fact]
    public async Task A_byte_order_mark_is_ignored()
    {
        using HttpResponseMessage answer = await _sandbox.CreateAsync('\uFEFF' + Bodies.Contacts(_number).ToJsonString());

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"contacts\": [],}")]
    [InlineData("contacts=1")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"contacts\": null}")]
    public async Task A_body_that_is_not_JSON_or_has_no_contacts_returns_400(string body)
    {
        using HttpResponseMessage answer = await _sandbox.CreateAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        JsonNode error = (await answer.ReadJsonAsync())!;
        Assert.True((int)error["code"]! > 0);
        Assert.NotEmpty((string)error["message"]!);
    }

    [Fact]
    public async Task A_body_that_is_not_UTF8_returns_400()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_sandbox.Endpoint, "contact/create"))
        {
            Content = new ByteArrayContent(Encoding.Latin1.GetBytes("{\"contacts\": [], \"list_name\": \"Zoé\"}")),
            Headers = { { "api-login", SandboxProcess.Login }, { "api-key", SandboxProcess.Key } },
        };

        using HttpResponseMessage answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
