using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

/// <summary>Contacts are searched by number and name, and read page by page.</summary>
public sealed class SearchTests(SandboxProcessFixture fixture) : IClassFixture<SandboxProcessFixture>
{
    private readonly SandboxProcess _sandbox = fixture.Sandbox;
    private readonly string _list = Unique.Name();

    [Theory]
    [InlineData("zoé", 0)]
    [InlineData("ZOÉ", 0)]
    [InlineData("mar gar", 1)]
    [InlineData("+33 6 98", 1)]
    [InlineData("06 98 76", 1)]
    [InlineData("0033698", 1)]
    [InlineData("3361234", 0)]
    [InlineData("a", 0, 1)]
    [InlineData("<script>", 2)]
    [InlineData("100%")]
    [InlineData("Zoé García")]
    public async Task Each_word_must_be_in_the_number_or_the_name(string text, params int[] found)
    {
        string[] numbers = ["+33612345678", "+33698765432", "+4915112345678"];
        await _sandbox.AddAsync(new JsonObject
        {
            ["contacts"] = new JsonArray(
                new JsonObject { ["phone_number"] = numbers[0], ["first_name"] = "Zoé", ["last_name"] = "Martin" },
                new JsonObject { ["phone_number"] = numbers[1], ["first_name"] = "Maria", ["last_name"] = "García", ["param1"] = "100%" },
                new JsonObject { ["phone_number"] = numbers[2], ["first_name"] = "<script>" }),
            ["list_name"] = _list,
        });
        string query = $"list_name={_list}&search={Uri.EscapeDataString(text)}";
        string[] expected = [.. found.Select(index => numbers[index])];

        Assert.Equal(expected, Numbers(query));
        Assert.Equal(expected.Length, (int)_sandbox.Get($"contacts/count?{query}")["count"]!);
    }

    [Fact]
    public async Task A_page_continues_after_the_last_contact_in_both_orders()
    {
        string[] numbers = Unique.Numbers(600);
        await _sandbox.AddAsync(Bodies.Contacts(numbers).With("list_name", _list));

        JsonArray first = _sandbox.Get($"contacts?list_name={_list}&limit=300").AsArray();
        JsonArray last = _sandbox.Get($"contacts?list_name={_list}&limit=2&order=newest").AsArray();

        Assert.Equal(numbers.Take(300), first.Select(Number));
        Assert.Equal(numbers.Skip(300), Numbers($"list_name={_list}&from={first[^1]!["id"]}"));
        Assert.Equal([numbers[599], numbers[598]], last.Select(Number));
        Assert.Equal([numbers[597]], Numbers($"list_name={_list}&limit=1&order=newest&from={last[^1]!["id"]}"));
        Assert.Equal(numbers.Take(3), Numbers($"list_name={_list}&limit=3&search={numbers[0][..5]}"));
        Assert.Empty(Numbers($"list_name={_list}&limit=0"));
    }

    [Fact]
    public async Task The_start_of_a_number_is_found_with_few_and_with_many_matches()
    {
        string[] numbers = [.. Enumerable.Range(0, 1200).Select(i => string.Create(CultureInfo.InvariantCulture, $"+4915{i:D7}"))];
        await _sandbox.AddAsync(Bodies.Contacts(numbers));

        Assert.Equal(numbers[1100..], Numbers("search=%2B49%2015%2000011"));
        Assert.Equal([numbers[1199], numbers[1198]], Numbers("search=%2B4915000119&order=newest&limit=2"));
        Assert.Equal(1200, (int)_sandbox.Get("contacts/count?search=%2B49150")["count"]!);
        Assert.Equal(100, (int)_sandbox.Get("contacts/count?search=%2B491500011")["count"]!);
        Assert.Equal(numbers[..3], Numbers("search=%2B49150&limit=3"));
    }

    [Theory]
    [InlineData("contacts?list=VIP", "list")]
    [InlineData("contacts?order=up", "order")]
    [InlineData("contacts?limit=-1", "limit")]
    [InlineData("requests?only=bad", "only")]
    [InlineData("requests?body=maybe", "body")]
    [InlineData("contacts/wait?timeout_seconds=601", "timeout_seconds")]
    public async Task A_wrong_parameter_returns_400_with_its_name(string path, string named)
    {
        using HttpResponseMessage answer = await _sandbox.InspectAsync(HttpMethod.Get, path);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(named, (string?)(await answer.ReadJsonAsync())!["message"], StringComparison.Ordinal);
    }

    private string[] Numbers(string query) => [.. _sandbox.Get($"contacts?{query}").AsArray().Select(Number)];

    private static string Number(JsonNode? contact) => (string)contact!["phone_number"]!;
}
