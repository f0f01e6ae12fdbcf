namespace ContactsPS.Browser.Tests;

/// <summary>A browser for the tests of a class: Chromium or Chrome, as it is installed on the machine.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] s_programs =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private static readonly string? s_program = s_programs.FirstOrDefault(File.Exists);

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (s_program is not null)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = s_program, Args = ["--no-sandbox"] });
        }
    }

    /// <summary>Opens a page. What it writes to its console is added to the errors. Skips the test when there is no browser.</summary>
    public async Task<IPage> OpenAsync(RunningSandbox sandbox, string view = "", BrowserNewContextOptions? options = null, List<string>? errors = null)
    {
        Assert.SkipWhen(_browser is null, "Neither Chromium nor Chrome is installed.");
        options ??= new BrowserNewContextOptions { ViewportSize = new() { Width = 1280, Height = 800 } };
        options.Permissions = ["clipboard-read", "clipboard-write"];
        IBrowserContext context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(60_000);
        IPage page = await context.NewPageAsync();
        page.Console += (_, message) => errors?.Add(message.Text);
        page.PageError += (_, error) => errors?.Add(error);
        await page.GotoAsync(new Uri(sandbox.Endpoint, $"/{view}").ToString());
        await page.Locator("#live.on").WaitForAsync();
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
