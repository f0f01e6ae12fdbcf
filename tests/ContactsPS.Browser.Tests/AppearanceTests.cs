using System.Reflection;
using System.Text.Json;

namespace ContactsPS.Browser.Tests;

/// <summary>Each view, in light and dark, wide and narrow: no accessibility problem, no error, nothing cut off.</summary>
public sealed class AppearanceTests(Browser browser, SandboxProcessFixture fixture) : IClassFixture<Browser>, IClassFixture<SandboxProcessFixture>
{
    private static readonly string s_axe = typeof(AppearanceTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "AxeScript").Value!;

    private readonly SandboxProcess _sandbox = fixture.Sandbox;

    public static TheoryData<string, ColorScheme, int> Views { get; } = new MatrixTheoryData<string, ColorScheme, int>(
        ["requests", "contacts", "optouts", "faults", "request", "contact"], [ColorScheme.Light, ColorScheme.Dark], [1280, 390]);

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_view_has_no_accessibility_problem(string view, ColorScheme scheme, int width)
    {
        Assert.SkipUnless(File.Exists(s_axe), "axe-core is not there, because npm is not installed.");
        IPage page = await OpenAsync(view, scheme, width, bypassPolicy: true);
        await page.AddScriptTagAsync(new() { Path = s_axe });

        JsonElement? result = await page.EvaluateAsync("axe.run(document, { resultTypes: ['violations'] })");

        Assert.Empty(result!.Value.GetProperty("violations").EnumerateArray().Select(problem =>
            $"{problem.GetProperty("impact")} {problem.GetProperty("id")}: {problem.GetProperty("nodes")[0].GetProperty("html")}"));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public async Task A_view_fits_the_window_and_writes_no_error(string view, ColorScheme scheme, int width)
    {
        IPage page = await OpenAsync(view, scheme, width, bypassPolicy: false);

        int overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
        if (Environment.GetEnvironmentVariable("CONTACTSPS_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{view}-{width}-{scheme}.png"), Animations = ScreenshotAnimations.Disabled });
        }

        Assert.InRange(overflow, int.MinValue, 0);
    }

    private async Task<IPage> OpenAsync(string view, ColorScheme scheme, int width, bool bypassPolicy)
    {
        List<string> errors = [];
        await _sandbox.CreateAsync(
            """{"contacts": [{"phone_number": "+33698765432", "first_name": "Zoé", "param1": "Paris"}, {"phone_number": "0612"}], "list_name": "VIP", "tag_name": "new", "list": 1}""");
        _sandbox.OptOut("+33612345678");
        IPage page = await browser.OpenAsync(_sandbox, view is "contact" or "contacts" ? "#contacts" : view is "request" ? "#requests" : $"#{view}", new()
        {
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = scheme,
            BypassCSP = bypassPolicy,
            ReducedMotion = ReducedMotion.Reduce,
        }, errors);
        if (view is "request" or "contact")
        {
            await page.Locator($"#{view}s button").First.ClickAsync();
            await page.Locator("#drawer h3").First.WaitForAsync();
        }

        Assert.Empty(errors);
        return page;
    }
}
