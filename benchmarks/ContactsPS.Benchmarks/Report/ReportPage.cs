using System.Globalization;
using System.Text;

namespace ContactsPS.Benchmarks;

/// <summary>The result as a Markdown page: when, where, how, and the table.</summary>
internal static class ReportPage
{
    public static string Write(IReadOnlyList<CaseResult> results, BenchmarkOptions options, PowerShellProgram shell)
    {
        var page = new StringBuilder();
        page.AppendLine("# Benchmark results").AppendLine();
        page.AppendLine(CultureInfo.InvariantCulture, $"- Date: {DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC");
        page.AppendLine(CultureInfo.InvariantCulture, $"- Machine: {Machine.Describe()}");
        page.AppendLine(CultureInfo.InvariantCulture, $"- PowerShell: {shell.Description}; all cases run in it");
        page.AppendLine(CultureInfo.InvariantCulture, $"- Rounds: {options.Rounds}, each side in a process of its own, in turns");
        page.AppendLine(CultureInfo.InvariantCulture, $"- Command: `{options.ToCommand()}`").AppendLine();
        page.AppendLine("| case | measured | against | target | median | min | max | met | measured, median | against, median | peak memory |");
        page.AppendLine("| --- | --- | --- | --- | ---: | ---: | ---: | --- | ---: | ---: | ---: |");
        foreach (CaseResult result in results)
        {
            foreach (ComparisonResult comparison in result.Comparisons)
            {
                page.AppendLine(Row(result.Name, comparison));
            }

            if ((result.Skipped ?? result.Failure) is { } reason)
            {
                string what = result.Failure is null ? "skipped" : "FAILED";
                page.AppendLine(CultureInfo.InvariantCulture, $"| {result.Name} | {what}: {Cell(reason)} | | | | | | | | | |");
            }
        }

        return page.ToString().TrimEnd() + Environment.NewLine;
    }

    private static string Row(string name, ComparisonResult result)
    {
        Comparison comparison = result.Comparison;
        Quantity quantity = comparison.Quantity;
        string met = comparison.Target is null ? "" : comparison.Target.IsMet(result.Median) ? "yes" : "**no**";
        string[] cells =
        [
            name,
            Cell(comparison.Measured.Label),
            Cell(comparison.Baseline?.Label ?? comparison.Bound!.Value.Label),
            comparison.Target is null ? "" : $"{comparison.Target}{(quantity.IsDifference ? " " + quantity.Unit : "")}",
            quantity.ShowComparison(result.Median),
            quantity.ShowComparison(result.Minimum),
            quantity.ShowComparison(result.Maximum),
            met,
            quantity.Show(result.Measured),
            quantity.Show(result.Baseline),
            Peak(result),
        ];
        return $"| {string.Join(" | ", cells)} |";
    }

    private static string Peak(ComparisonResult result)
    {
        string measured = Megabytes(result.MeasuredPeak);
        return result.BaselinePeak == 0 ? measured : $"{measured}, {Megabytes(result.BaselinePeak)}";
    }

    private static string Megabytes(double bytes) => bytes == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0} MB");

    /// <summary>A text that stays in its cell.</summary>
    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
