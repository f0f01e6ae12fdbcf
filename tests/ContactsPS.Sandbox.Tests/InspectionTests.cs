using System.Net;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

public sealed class InspectionTests(SandboxProcessFixture fixture) : IClassFixture<SandboxProcessFixture>
{
    private readonly SandboxProcess _sandbox = fixture.Sandbox;

    [Fact]
    public async Task Contacts_are_listed_in_order_of_arrival_with_every_field()
    {
        string[] numbers = ["+33800000009", "+33800000001", "+33800000005"];
        string list = Unique.Name();
        await _sandbox.AddAsync(Bodies.Contacts(numbers).With("list_name", list));
        await _sandbox.AddAsync(Bodies.Contacts(numbers[2]).With("list_name", list));

        JsonArray contacts = _sandbox.Get($"contacts?list_name={list}").AsArray();

        Assert.Equal<string[]>(numbers, [.. contacts.Select(contact => (string)contact!["phone_number"]!)]);
        Assert.Equal<string[]>(
            ["id", "phone_number", "first_name", "last_name", "param1", "param2", "param3", "param4", "param5", "lists", "tags", "opted_out", "received_count"],
            [.. contacts[0]!.AsObject().Select(field => field.Key)]);
    }

    [Fact]
    public async Task Contacts_can_be_filtered_by_list_tag_and_number_together()
    {
        string list = Unique.Name();
        string tag = Unique.Name();
        string listed = Unique.Number();
        string tagged = Unique.Number();
        string both = Unique.Number();
        string bothToo = Unique.Number();
        await _sandbox.AddAsync(Bodies.Contacts(listed, both, bothToo).With("list_name", list));
        await _sandbox.AddAsync(Bodies.Contacts(tagged, both, bothToo).With("tag_name", tag));

        Finds($"list_name={list}", listed, both, bothToo);
        Finds($"tag_name={tag}", tagged, both, bothToo);
        Finds($"list_name={list}&tag_name={tag}", both, bothToo);
        Finds($"list_name={list}&tag_name={tag}&phone_number={Uri.EscapeDataString(bothToo)}", bothToo);
        Finds($"tag_name={tag}&phone_number={Uri.EscapeDataString(listed)}");
        Finds($"phone_number=+{listed[1..]}", listed);
        Finds("list_name=nothing");
        Finds("phone_number=nobody");
    }

    [Fact]
    public async Task Contacts_beyond_one_page_are_all_listed_once()
    {
        string list = Unique.Name();
        string tag = Unique.Name();
        string[] numbers = Unique.Numbers(1001);
        await _sandbox.AddAsync(Bodies.Contacts(numbers).With("list_name", list).With("tag_name", tag));

        Finds($"list_name={list}", numbers);
        Finds($"list_name={list}&tag_name={tag}", numbers);
    }

    [Fact]
    public async Task Lists_and_tags_are_listed_with_their_counts()
    {
        string list = Unique.Name();
        string tag = "\"é\" 標";
        await _sandbox.AddAsync(Bodies.Contacts(Unique.Number(), Unique.Number()).With("list_name", list).With("tag_name", tag));

        JsonNode inLists = _sandbox.Get("lists").AsArray().Single(one => (string)one!["name"]! == list)!;
        JsonNode inTags = _sandbox.Get("tags").AsArray().Single(one => (string)one!["name"]! == tag)!;

        Assert.Equal(2, (int)inLists["contacts"]!);
        Assert.Equal(2, (int)inTags["contacts"]!);
        Assert.Equal([tag], _sandbox.Get($"contacts?list_name={list}")[0]!["tags"].Texts());
    }

    [Theory]
    [InlineData("GET", "sandbox/nothing")]
    [InlineData("GET", "v1/public/nothing")]
    public async Task An_unknown_route_returns_404_with_a_JSON_body(string method, string path)
    {
        using HttpResponseMessage answer = await _sandbox.CallAsync(new HttpMethod(method), $"/{path}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True((int)(await answer.ReadJsonAsync())!["code"]! > 0);
    }

    [Theory]
    [InlineData("POST", "contacts", "GET")]
    [InlineData("POST", "settings", "DELETE, GET, PUT")]
    [InlineData("PATCH", "optouts", "DELETE, GET, POST, PUT")]
    public async Task Another_method_on_a_known_path_returns_405_with_Allow(string method, string path, string allowed)
    {
        using HttpResponseMessage answer = await _sandbox.InspectAsync(new HttpMethod(method), path);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow));
    }

    [Fact]
    public async Task A_request_with_a_foreign_host_name_is_refused()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_sandbox.Endpoint, "/sandbox/contacts")) { Headers = { Host = "rebound.example" } };

        using HttpResponseMessage answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private void Finds(string query, params string[] numbers)
    {
        JsonArray contacts = _sandbox.Get($"contacts?{query}").AsArray();
        int count = (int)_sandbox.Get($"contacts/count?{query}")["count"]!;

        Assert.Equal<string[]>(numbers, [.. contacts.Select(contact => (string)contact!["phone_number"]!).Order(StringComparer.Ordinal)]);
        Assert.Equal(numbers.Length, count);
    }
}
