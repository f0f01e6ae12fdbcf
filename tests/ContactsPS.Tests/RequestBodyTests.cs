namespace ContactsPS.Tests;

/// <summary>The bodies of contact/create, byte for byte.</summary>
public sealed class RequestBodyTests(ShellFixture fixture) : IClassFixture<ShellFixture>
{
    private const string Contact = """{"phone_number":"+33612345678"}""";

    private readonly ModuleShell _shell = fixture.Shell;

    [Theory]
    [InlineData("", "")]
    [InlineData("-ListName VIP", "\"list_name\":\"VIP\",")]
    [InlineData("-ListName VIP, 'Été 2026'", "\"list_names\":[\"VIP\",\"Été 2026\"],")]
    [InlineData("-TagName gold", "\"tag_name\":\"gold\",")]
    [InlineData("-TagName gold, silver", "\"tag_names\":[\"gold\",\"silver\"],")]
    [InlineData("-UnList", "\"un_list\":true,")]
    [InlineData("-UnTag", "\"un_tag\":true,")]
    [InlineData("-AutoDeleteOptOut", "\"auto_delete_optout_contacts\":true,\"auto_remove_blacklisted_numbers\":true,")]
    [InlineData("-DoNotOverwrite", "\"do_not_overwrite\":true,")]
    [InlineData("-UnList:$false -DoNotOverwrite:$false", "")]
    [InlineData(
        "-ListName VIP -UnList -TagName gold -UnTag -AutoDeleteOptOut -DoNotOverwrite",
        "\"list_name\":\"VIP\",\"un_list\":true,\"tag_name\":\"gold\",\"un_tag\":true,\"auto_delete_optout_contacts\":true,\"auto_remove_blacklisted_numbers\":true,\"do_not_overwrite\":true,")]
    public void Every_option_is_in_the_body(string options, string expected)
    {
        Assert.Equal($$"""{{{expected}}"contacts":[{{Contact}}]}""", _shell.Run($"'+33612345678' | ConvertTo-ContactRequest {options}").OneObject().BaseObject);
    }

    [Theory]
    [InlineData("Hélène d'Œuvre", "Hélène d'Œuvre")]
    [InlineData("say \"hi\" \\o/", "say \\\"hi\\\" \\\\o/")]
    [InlineData("张伟", "张伟")]
    [InlineData("👩‍👩‍👧 🎉", "👩‍👩‍👧 🎉")]
    [InlineData("one\r\ntwo\tthree", "one\\r\\ntwo\\tthree")]
    [InlineData("\u0001\u001f\u007f", "\\u0001\\u001f\u007f")]
    [InlineData("</script>&+", "</script>&+")]
    [InlineData("  padded  ", "  padded  ")]
    public void Text_is_sent_unchanged(string text, string expected) => Assert.Equal(Body(expected), Convert(text));

    [Fact]
    public void A_lone_surrogate_is_sent_as_the_replacement_character()
    {
        Assert.Equal(Body("a\uFFFDb"), Convert("a\uD83Db"));
        Assert.Equal(Body("a\uFFFD"), Convert("a\uDE00"));
    }

    [Fact]
    public void ConvertTo_ContactRequest_writes_exactly_the_bodies_that_Add_Contact_sends()
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        using var shell = new ModuleShell();
        shell.Connect(server);
        const string Options = "-ListName 'Été', 'Fête \"1\"' -TagName gold -UnList -UnTag -AutoDeleteOptOut -DoNotOverwrite -BatchSize 2 -ThrottleLimit 1";
        PSObject[] rows = [.. Rows.Contacts(3), Rows.Row(("phone_number", "+33612345678"), ("first_name", "Zoé \uD83C\uDF89 \\ \"é\" 张\uD800"))];

        ShellResult shown = shell.Run($"$rows | ConvertTo-ContactRequest {Options}", rows);
        shell.Run($"$rows | Add-Contact {Options}", rows);

        Assert.Equal(2, shown.Output.Count);
        Assert.Equal(shown.Output.Select(body => (string)body.BaseObject), server.Requests.Select(request => request.Text));
    }

    [Fact]
    public void A_request_has_the_documented_path_and_headers()
    {
        using var server = new ScriptedServer(_ => ScriptedAnswer.Created);
        using var shell = new ModuleShell();
        shell.Connect(server);

        shell.Run("'+33612345678' | Add-Contact");

        string head = Assert.Single(server.Requests).Head;
        Assert.StartsWith("POST /v1/public/contact/create HTTP/1.1\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\napi-login: someone@example.com\r\n", head, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"\r\napi-key: {ModuleShellExtensions.ScriptedKey}\r\n", head, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("\r\nContent-Type: application/json", head, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("-ListName ('x' * 31)", "ListNameTooLong")]
    [InlineData("-ListName ok, ('x' * 31)", "ListNameTooLong")]
    [InlineData("-TagName ('x' * 21)", "TagNameTooLong")]
    [InlineData("-ListName \"V`tIP\"", "ListNameInvalid")]
    [InlineData("-TagName gold, \"a`n\"", "TagNameInvalid")]
    [InlineData("-ListName ''", "NameEmpty")]
    [InlineData("-ListName ok, ' '", "NameEmpty")]
    [InlineData("-TagName ''", "NameEmpty")]
    [InlineData("-DefaultRegion XX", "DefaultRegionInvalid")]
    public void Values_that_the_service_would_change_are_refused_before_anything_is_sent(string options, string errorId)
    {
        using var server = ScriptedServer.Hanging();
        using var shell = new ModuleShell();
        shell.Connect(server);

        ErrorRecord error = shell.Run($"'+33612345678' | Add-Contact {options}").ThrewId(errorId);

        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        shell.Run($"'+33612345678' | ConvertTo-ContactRequest {options}").ThrewId(errorId);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("-ListName ('x' * 30)")]
    [InlineData("-TagName ('x' * 20)")]
    public void A_name_of_the_maximum_length_is_accepted(string options) =>
        Assert.Single(Json.Contacts(_shell.Run($"'+33612345678' | ConvertTo-ContactRequest {options}")));

    [Fact]
    public void Contacts_are_split_into_bodies_of_the_batch_size()
    {
        ShellResult result = _shell.Run("$rows | ConvertTo-ContactRequest -BatchSize 2", Rows.Contacts(5));

        Assert.Equal(3, result.Output.Count);
        Assert.Equal(5, Json.Contacts(result).Length);
    }

    [Theory]
    [InlineData("06 12 34 56 78", "FR", "+33612345678")]
    [InlineData("06.12.34.56.78", "fr", "+33612345678")]
    [InlineData("(0)6-12-34-56-78", "FR", "+33612345678")]
    [InlineData("0033 6 12 34 56 78", "DE", "+33612345678")]
    [InlineData("+33 (0)6 12 34 56 78", "FR", "+33612345678")]
    [InlineData("0170 1234567", "DE", "+491701234567")]
    public void A_number_is_sent_in_E164(string number, string region, string expected)
    {
        ShellResult result = _shell.Run($"'{number}' | ConvertTo-ContactRequest -DefaultRegion {region}");

        Assert.Equal(expected, (string)Assert.Single(Json.Contacts(result))["phone_number"]!);
    }

    [Fact]
    public void The_error_of_a_national_number_without_a_region_names_the_remedy()
    {
        ErrorRecord error = _shell.Run("'06 12 34 56 78' | ConvertTo-ContactRequest").OneError("PhoneNumberInvalid");

        Assert.Contains("-DefaultRegion FR", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+3361234")]
    [InlineData("+336123456789012")]
    [InlineData("call me")]
    [InlineData("0612345678")]
    public void With_SkipPhoneValidation_a_number_is_sent_as_it_is(string number)
    {
        _shell.Run($"'{number}' | ConvertTo-ContactRequest").OneError("PhoneNumberInvalid");

        ShellResult result = _shell.Run($"' {number} ' | ConvertTo-ContactRequest -SkipPhoneValidation");

        Assert.Equal(number, (string)Assert.Single(Json.Contacts(result))["phone_number"]!);
    }

    private static string Body(string firstName) => $$"""{"contacts":[{"phone_number":"+33612345678","first_name":"{{firstName}}"}]}""";

    private object Convert(string firstName) =>
        _shell.Run("$rows | ConvertTo-ContactRequest", [Rows.Row(("phone", "+33612345678"), ("first_name", firstName))]).OneObject().BaseObject;
}
