using System.Net;
using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

/// <summary>The log says what was cast, formatted, ignored or dropped, because the service doesn't.</summary>
public sealed class RequestNoteTests(SandboxProcessFixture fixture) : IClassFixture<SandboxProcessFixture>
{
    private readonly SandboxProcess _sandbox = fixture.Sandbox;
    private readonly string _number = Unique.Number();

    [Fact]
    public async Task A_request_that_is_as_it_should_be_has_no_notes()
    {
        await _sandbox.AddAsync(new JsonObject
        {
            ["contacts"] = new JsonArray(new JsonObject
            {
                ["phone_number"] = _number,
                ["first_name"] = "Zoé",
                ["last_name"] = null,
                ["param1"] = "",
                ["param2"] = "2",
                ["param3"] = "3",
                ["param4"] = "4",
                ["param5"] = "5",
            }),
            ["list_name"] = "VIP",
            ["list_names"] = new JsonArray("VIP", "other"),
            ["un_list"] = false,
            ["tag_name"] = null,
            ["tag_names"] = new JsonArray(),
            ["un_tag"] = true,
            ["auto_delete_optout_contacts"] = true,
            ["auto_remove_blacklisted_numbers"] = true,
            ["do_not_overwrite"] = true,
        });
        await SendAsync(HttpMethod.Delete, "contact/delete", $$"""{"phone_numbers": ["{{_number}}"], "list_name": "VIP"}""");
        await SendAsync(HttpMethod.Post, "contact-list/empty", """{"list_name": "VIP", "delete_contacts": true}""");
        await SendAsync(HttpMethod.Get, "wallet/check-balance?with_details=true&country_code=FR&product_name=hlr", null);
        await SendAsync(HttpMethod.Get, "wallet/check-credits?country_codes[]=FR&country_codes[]=DE", null);

        JsonArray log = _sandbox.Get("requests?last=5").AsArray();

        Assert.All(log, request => Assert.Empty(request!["notes"]!.AsArray()));
        Assert.All(log, request => Assert.Equal(0, (int)request!["notes_omitted"]!));
    }

    [Theory]
    [InlineData("\"contacts\": {\"phone_number\": \"+33612345678\"}", "contacts cast: A single value was read as an array.")]
    [InlineData("\"contacts\": [\"+33612345678\"]", "contacts[0] cast: A phone number was read as a contact.")]
    [InlineData(
        "\"contacts\": 33612345678",
        "contacts cast: A single value was read as an array.",
        "contacts cast: A number was read as text.",
        "contacts formatted: The number was read as +33612345678.",
        "contacts cast: A phone number was read as a contact.")]
    [InlineData("\"contacts\": [], \"list_names\": \"VIP\"", "list_names cast: A single value was read as an array.")]
    [InlineData("\"contacts\": [], \"tag_name\": [\"a\", \"b\"]", "tag_name cast: An array was read as several values.")]
    [InlineData("\"contacts\": [], \"list_name\": 12", "list_name cast: A number was read as text.")]
    [InlineData("\"contacts\": [], \"un_list\": \"yes\"", "un_list cast: A text was read as true.")]
    [InlineData("\"contacts\": [], \"un_list\": 0", "un_list cast: A number was read as false.")]
    public async Task A_cast_is_noted(string body, params string[] notes)
    {
        Assert.Equal(notes, await NotesAsync($"{{{body}}}"));
    }

    [Theory]
    [InlineData("\"phone_number\": 33612345678", "phone_number cast: A number was read as text.", "phone_number formatted: The number was read as +33612345678.")]
    [InlineData("\"phone_number\": \"+33 6 12 34 56 78\"", "phone_number formatted: The number was read as +33612345678.")]
    [InlineData("\"phone_number\": \"+33612345678\", \"param1\": \"a\\r\\nb\"", "param1 formatted: Control characters were deleted: 2.")]
    [InlineData("\"phone_number\": \"+33612345678\", \"param1\": true", "param1 cast: A boolean was read as text.")]
    [InlineData("\"phone_number\": \"+33612345678\", \"param1\": {}", "param1 ignored: An object can't be read as text.")]
    [InlineData("\"phone_number\": \"+33612345678\", \"param1\": \"\\ud800\"", "param1 ignored: The text is not valid Unicode.")]
    [InlineData("\"phone_number\": \"+33612345678\", \"firstname\": \"Zoé\"", "firstname ignored: There is no such parameter.")]
    [InlineData("\"phone_number\": \"+33612345678\", \"\\ud800\": 1", "(not valid Unicode) ignored: There is no such parameter.")]
    [InlineData(
        "\"param1\": \"a\", \"phone_number\": \"+33612345678\", \"param1\": \"b\"", "param1 ignored: It is given more than once. The last value is used.")]
    public async Task What_happened_to_a_field_is_noted(string contact, params string[] notes)
    {
        Assert.Equal(notes.Select(note => $"contacts[1].{note}"), await NotesAsync($$"""{"contacts": [{"phone_number": "{{_number}}"}, {{{contact}}}]}"""));
    }

    [Theory]
    [InlineData("\"list_name\": \" \"", "list_name ignored: The name is blank.")]
    [InlineData("\"list_names\": [\"a\", null]", "list_names[1] ignored: The name is null.")]
    [InlineData("\"list_names\": [\"a\", {}]", "list_names[1] ignored: An object can't be read as text.")]
    [InlineData("\"list_name\": \"V\\tIP\"", "list_name formatted: Control characters were deleted: 1.")]
    [InlineData("\"tag_name\": \"123456789012345678901\"", "tag_name formatted: The name was shortened to 20 characters.")]
    [InlineData("\"un_tag\": \"perhaps\"", "un_tag ignored: A text can't be read as true or false. The default is false.")]
    [InlineData("\"un_tag\": [true]", "un_tag ignored: An array can't be read as true or false. The default is false.")]
    [InlineData("\"list\": \"VIP\"", "list ignored: There is no such parameter.")]
    public async Task What_happened_to_a_parameter_is_noted(string parameter, string note)
    {
        Assert.Equal([note], await NotesAsync($$"""{"contacts": [], {{parameter}}}"""));
    }

    [Theory]
    [InlineData("{\"first_name\": \"Zoé\"}", "There is no phone number.")]
    [InlineData("{\"phone_number\": null}", "There is no phone number.")]
    [InlineData("{\"phone_number\": \"nobody\"}", "There is no phone number.")]
    [InlineData("null", "There is no phone number.")]
    [InlineData("{\"phone_number\": \"06 12 34 56 78\"}", "The phone number has no country code: it starts with 0.")]
    [InlineData("{\"phone_number\": \"+3361\"}", "The phone number has fewer than 6 digits.")]
    [InlineData("{\"phone_number\": \"+12345678901234567\"}", "The phone number has more than 16 digits.")]
    [InlineData("{\"phone_number\": \"12345678901234567890123\"}", "The phone number has more than 16 digits.")]
    [InlineData("\"06 12 34 56 78\"", "The phone number has no country code: it starts with 0.")]
    public async Task A_contact_that_is_dropped_is_noted(string contact, string reason)
    {
        Assert.Equal([$"contacts[0] dropped: {reason}"], await NotesAsync($$"""{"contacts": [{{contact}}]}"""));
    }

    [Fact]
    public async Task A_contact_that_opted_out_is_noted_as_dropped()
    {
        _sandbox.OptOut(_number);
        JsonObject body = Bodies.Contacts(Unique.Number(), _number).With("auto_remove_blacklisted_numbers", true);

        Assert.Equal(["contacts[1] dropped: The number opted out."], await NotesAsync(body.ToJsonString()));
    }

    [Fact]
    public async Task A_contact_that_a_later_one_overwrites_is_noted_as_dropped()
    {
        string other = Unique.Number();

        Assert.Equal(
            [
                "contacts[0] dropped: contacts[2] has the same phone number, and overwrites it.",
                "contacts[2] dropped: contacts[3] has the same phone number, and overwrites it.",
            ],
            await NotesAsync(Bodies.Contacts(_number, other, _number, _number).ToJsonString()));
    }

    [Fact]
    public async Task A_contact_whose_fields_are_kept_is_noted_as_ignored()
    {
        await _sandbox.AddAsync(Bodies.Contacts(_number));
        JsonObject body = Bodies.Contacts(Unique.Number(), _number).With("do_not_overwrite", true);

        Assert.Equal(["contacts[1] ignored: The contact exists, and do_not_overwrite keeps its fields."], await NotesAsync(body.ToJsonString()));
    }

    [Fact]
    public async Task Numbers_to_delete_that_are_not_used_are_noted()
    {
        await SendAsync(HttpMethod.Delete, "contact/delete", $$"""{"phone_numbers": ["nobody", "{{_number}}"], "list": "VIP"}""");

        Assert.Equal(
            [
                "phone_numbers[0] ignored: There is no phone number.",
                "list ignored: There is no such parameter.",
                "phone_numbers[1] ignored: There is no contact with this number.",
            ],
            LastNotes());
    }

    [Theory]
    [InlineData("check-balance?with_details=perhaps", "with_details ignored: A text can't be read as true or false. The default is false.")]
    [InlineData("check-balance?country_code=FR", "country_code ignored: country_code and product_name are used only together.")]
    [InlineData("check-balance?product_name=hlr", "product_name ignored: country_code and product_name are used only together.")]
    [InlineData("check-balance?country_code=FR&product_name=fax", "product_name ignored: There is no such product.")]
    [InlineData("check-balance?country=FR", "country ignored: There is no such parameter.")]
    [InlineData("check-credits?country_codes[]=fr", "country_codes[][0] formatted: The country code was read as FR.")]
    [InlineData("check-credits?country_codes[]=FR&country_codes[]=France", "country_codes[][1] ignored: It is not a country code of two letters.")]
    public async Task What_happened_to_a_query_is_noted(string call, string note)
    {
        await SendAsync(HttpMethod.Get, $"wallet/{call}", null);

        Assert.Equal([note], LastNotes());
    }

    [Fact]
    public async Task A_refused_request_has_notes_too()
    {
        using HttpResponseMessage answer = await _sandbox.CreateAsync("""{"contact": [], "list_name": 1}""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["list_name cast: A number was read as text.", "contact ignored: There is no such parameter."], LastNotes());
    }

    [Fact]
    public async Task The_notes_are_limited_for_each_kind_and_the_others_are_counted()
    {
        string[] numbers = Unique.Numbers(200);
        JsonObject body = Bodies.Contacts([.. numbers.Select(number => number[1..]), "nobody"]);

        string[] notes = await NotesAsync(body.ToJsonString());

        Assert.Equal(51, notes.Length);
        Assert.Equal("contacts[200] dropped: There is no phone number.", notes[^1]);
        Assert.Equal(150, (int)_sandbox.Get("requests?last=1")[0]!["notes_omitted"]!);
    }

    [Fact]
    public async Task The_text_of_a_note_is_limited()
    {
        string name = string.Concat(Enumerable.Repeat("😀", 300));

        string note = Assert.Single(await NotesAsync($$"""{"contacts": [], "{{name}}": 1}"""));

        Assert.Equal($"{name[..398]}… ignored: There is no such parameter.", note);
    }

    [Fact]
    public async Task A_request_without_a_valid_credential_is_not_read()
    {
        using HttpResponseMessage answer = await _sandbox.CallAsync(HttpMethod.Post, "contact/create", """{"list": 1}""", null, null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(LastNotes());
    }

    private async Task<string[]> NotesAsync(string body)
    {
        await _sandbox.AddAsync(body);
        return LastNotes();
    }

    private string[] LastNotes() =>
        [.. _sandbox.Get("requests?last=1")[0]!["notes"]!.AsArray().Select(note => $"{note!["path"]} {note["what"]}: {note["why"]}")];

    private async Task SendAsync(HttpMethod method, string path, string? body)
    {
        using HttpResponseMessage answer = await _sandbox.CallAsync(method, path, body);
        Assert.True(answer.IsSuccessStatusCode);
    }
}
