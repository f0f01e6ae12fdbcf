namespace ContactsPS.Pester.Tests;

/// <summary>Each Pester test is a test here, under its own name. Without results, the theory fails.</summary>
public sealed class PesterTests
{
    public static async Task<IEnumerable<ITheoryDataRow>> RunSuiteAsync() =>
        from result in await PesterSuite.RunAsync()
        select new TheoryDataRow<PesterResult>(result) { TestDisplayName = $"Pester: {result.Name}", Label = string.Empty };

    [Theory]
    [MemberData(nameof(RunSuiteAsync), DisableDiscoveryEnumeration = true)]
    public void A_Pester_test_passes(PesterResult result)
    {
        Assert.SkipWhen(result.Outcome == "Skipped", "Pester skipped it.");
        Assert.True(result.Outcome == "Passed", $"{result.Outcome}: {result.Message}");
    }
}
