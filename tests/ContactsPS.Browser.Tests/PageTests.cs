using System.Globalization;
using System.Text.Json.Nodes;

namespace ContactsPS.Browser.Tests;

/// <summary>The page of the sandbox, as a person uses it in a browser.</summary>
public sealed class PageTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private SandboxProcess _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxProcess.StartAsync();

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task An_import_is_followed_searched_made_to_fail_and_reset()
    {
        IPage page = await browser.OpenAsync(_sandbox);
        await Assertions.Expect(page.GetByText("Waiting for the first request")).ToBeVisibleAsync();

        // The counts rise while the page is open.
        await _sandbox.ImportAsync("VIP", Enumerable.Range(1, 1000).Select(i => string.Create(CultureInfo.InvariantCulture, $"Name{i}")));
        await Assertions.Expect(page.Locator("#count-contacts")).ToHaveTextAsync("1,000");
        await Assertions.Expect(page.Locator("#count-requests")).ToHaveTextAsync("5");
        await Assertions.Expect(page.Locator("#lists button")).ToHaveTextAsync("VIP1,000");
        await Assertions.Expect(page.Locator("#requests tr")).ToHaveCountAsync(5);

        // One contact is found, and its history leads to its request.
        await page.GetByRole(AriaRole.Link, new() { Name = "Contacts" }).ClickAsync();
        await page.GetByRole(AriaRole.Searchbox).FillAsync("name777");
        await Assertions.Expect(page.Locator("#contacts-found")).ToHaveTextAsync("1 contact found");
        string number = await page.Locator("#contacts button").InnerTextAsync();
        await page.Locator("#contacts button").ClickAsync();
        ILocator dialog = page.Locator("#drawer");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToHaveTextAsync(number);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "contact/create" }).ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Region, new() { Name = "Request", Exact = true })).ToContainTextAsync("Name777");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();

        // Half of the requests fail, so the client sends them again.
        await page.GetByRole(AriaRole.Link, new() { Name = "Faults" }).ClickAsync();
        await page.GetByLabel("Share of requests that fail").FillAsync("50");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Kind").SelectOptionAsync("server_error");
        await Assertions.Expect(page.Locator("#count-faults")).ToHaveTextAsync("2 on");
        int sent = await _sandbox.ImportAsync("VIP", Enumerable.Repeat("again", 1000));
        Assert.True(sent > 5);
        await page.GetByRole(AriaRole.Link, new() { Name = "Requests" }).ClickAsync();
        await Assertions.Expect(page.Locator("#requests tr")).ToHaveCountAsync(5 + sent);
        await Assertions.Expect(page.Locator("#requests .fault")).ToHaveCountAsync(sent - 5);
        await Assertions.Expect(page.Locator("#fault-hint")).ToContainTextAsync("50 % of requests fail");
        await page.GetByRole(AriaRole.Button, new() { Name = "Errors" }).ClickAsync();
        await Assertions.Expect(page.Locator("#requests tr")).ToHaveCountAsync(sent - 5);

        // The reset is asked for, and everything is as at the start.
        await page.GetByRole(AriaRole.Button, new() { Name = "Reset" }).ClickAsync();
        await page.Locator("#ask-reset").ClickAsync();
        await Assertions.Expect(page.Locator("#count-contacts")).ToHaveTextAsync("0");
        await Assertions.Expect(page.Locator("#count-faults")).ToBeHiddenAsync();
        Assert.Empty(_sandbox.Get("contacts").AsArray());
    }

    [Fact]
    public async Task An_answer_after_the_dialog_was_closed_does_not_open_it_again()
    {
        await _sandbox.CreateAsync("""{"contacts": [{"phone_number": "+33612345678"}]}""");
        IPage page = await browser.OpenAsync(_sandbox);
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/sandbox/requests/*", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await page.GetByRole(AriaRole.Link, new() { Name = "Contacts" }).ClickAsync();
        await page.Locator("#contacts button").ClickAsync();
        ILocator dialog = page.Locator("#drawer");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "contact/create" }).ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();

        await page.RunAndWaitForResponseAsync(
            () => { held.SetResult(); return Task.CompletedTask; }, response => response.Url.Contains("/sandbox/requests/", StringComparison.Ordinal));
        await page.EvaluateAsync("() => fetch('sandbox/state').then(answer => answer.text())");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_request_that_is_no_longer_kept_is_said_to_be_so()
    {
        await _sandbox.CreateAsync("""{"contacts": [{"phone_number": "+33612345678"}]}""");
        IPage page = await browser.OpenAsync(_sandbox);
        await page.RouteAsync("**/sandbox/requests/*", route => route.FulfillAsync(new() { Status = 404, Body = """{"message": "No such request."}""" }));
        await page.Locator("#requests button").ClickAsync();
        await Assertions.Expect(page.Locator("#drawer")).ToContainTextAsync("No such request.");
    }

    [Fact]
    public async Task What_was_dropped_is_shown_with_the_reason()
    {
        await _sandbox.CreateAsync("""{"contacts": [{"phone_number": "0612345678"}, {"phone_number": "+33 6 12 34 56 78"}]}""");
        IPage page = await browser.OpenAsync(_sandbox);

        ILocator row = page.Locator("#requests tr");
        await Assertions.Expect(row).ToContainTextAsync("1 dropped");
        await Assertions.Expect(row).ToContainTextAsync("contacts[0] The phone number has no country code");
        await row.ClickAsync();
        await Assertions.Expect(page.Locator("#drawer .note-list .badge")).ToHaveTextAsync(["dropped", "formatted"]);
    }

    [Fact]
    public async Task The_curl_command_repeats_the_request_without_the_key()
    {
        await _sandbox.CreateAsync("""{"contacts": [{"phone_number": "+33612345678", "last_name": "O'Hara"}]}""");
        IPage page = await browser.OpenAsync(_sandbox);
        await page.Locator("#requests button").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy as curl" }).ClickAsync();

        string command = await page.EvaluateAsync<string>("navigator.clipboard.readText()");

        Assert.Contains("-H \"api-key: $CONTACTSPS_API_KEY\"", command, StringComparison.Ordinal);
        Assert.Contains("O'\\''Hara", command, StringComparison.Ordinal);
        Assert.DoesNotContain(SandboxProcess.Key, command, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_HTML_is_shown_as_text()
    {
        const string Name = "<img src=x onerror=\"document.title='hacked'\"><script>document.title='hacked'</script>";
        await _sandbox.CreateAsync(new JsonObject
        {
            ["contacts"] = new JsonArray(new JsonObject { ["phone_number"] = "+33612345678", ["first_name"] = Name, [Name] = 1 }),
            ["list_name"] = "<b>VIP</b>",
        }.ToJsonString());
        IPage page = await browser.OpenAsync(_sandbox, "#contacts");

        await Assertions.Expect(page.Locator("#contacts td").Nth(1)).ToHaveTextAsync(Name);
        await Assertions.Expect(page.Locator("#lists button .name")).ToHaveTextAsync("<b>VIP</b>");
        await page.Locator("#contacts button").ClickAsync();
        await Assertions.Expect(page.Locator("#drawer .facts")).ToContainTextAsync(Name);
        Assert.Equal("Contacts sandbox", await page.TitleAsync());
        Assert.Equal(0, await page.Locator("main img, main script, main b, dialog img, dialog script").CountAsync());
    }

    [Fact]
    public async Task Everything_is_reached_with_the_keyboard()
    {
        await _sandbox.ImportAsync("VIP", "Zoé");
        IPage page = await browser.OpenAsync(_sandbox);
        await page.Locator("#requests button").FocusAsync();

        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#drawer")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#drawer-title")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.Locator("#requests button")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Opt_outs_are_added_and_removed()
    {
        IPage page = await browser.OpenAsync(_sandbox, "#optouts");
        await page.GetByLabel("Phone number").FillAsync("nobody");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not an international phone number");
        await page.GetByLabel("Phone number").FillAsync("+33612345678");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#count-optouts")).ToHaveTextAsync("1");
        Assert.Equal("+33612345678", (string?)Assert.Single(_sandbox.Get("optouts").AsArray()));

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove +33612345678" }).ClickAsync();
        await Assertions.Expect(page.Locator("#count-optouts")).ToHaveTextAsync("0");
    }

    [Fact]
    public async Task Pages_lead_through_all_contacts()
    {
        await _sandbox.ImportAsync("VIP", Enumerable.Range(1, 120).Select(i => string.Create(CultureInfo.InvariantCulture, $"Name{i}")));
        IPage page = await browser.OpenAsync(_sandbox, "#contacts");
        ILocator names = page.Locator("#contacts tr td:nth-child(2)");

        await Assertions.Expect(names.First).ToHaveTextAsync("Name120");
        await page.GetByRole(AriaRole.Button, new() { Name = "Older" }).ClickAsync();
        await Assertions.Expect(names.First).ToHaveTextAsync("Name70");
        await page.GetByRole(AriaRole.Button, new() { Name = "Older" }).ClickAsync();
        await Assertions.Expect(names).ToHaveCountAsync(20);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Older" })).ToBeDisabledAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Newer" }).ClickAsync();
        await Assertions.Expect(names.First).ToHaveTextAsync("Name70");
    }
}
