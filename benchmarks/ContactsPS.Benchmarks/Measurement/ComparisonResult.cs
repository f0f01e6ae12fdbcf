namespace ContactsPS.Benchmarks;

/// <summary>A comparison over all its rounds.</summary>
/// <param name="Comparison">What was compared.</param>
/// <param name="Median">The median of the rounds' ratios; of a difference, the difference of the medians.</param>
/// <param name="Minimum">The least of the rounds.</param>
/// <param name="Maximum">The most of the rounds.</param>
/// <param name="Measured">The median of the measured work.</param>
/// <param name="Baseline">The median of what it was compared with.</param>
/// <param name="MeasuredPeak">The median of its peak memory, in bytes.</param>
/// <param name="BaselinePeak">The same of what it was compared with.</param>
internal sealed record ComparisonResult(
    Comparison Comparison, double Median, double Minimum, double Maximum, double Measured, double Baseline, double MeasuredPeak, double BaselinePeak)
{
    public static ComparisonResult Of(Comparison comparison, IReadOnlyDictionary<Work, List<Measurement>> runs)
    {
        Quantity quantity = comparison.Quantity;
        List<Measurement> measuredRuns = runs[comparison.Measured];
        List<Measurement> baselineRuns = comparison.Baseline is null ? [] : runs[comparison.Baseline];
        double[] measured = [.. measuredRuns.Select(run => quantity.Of(comparison.Measured, run))];
        double[] baseline = comparison.Baseline is null
            ? [.. measured.Select(_ => comparison.Bound!.Value.Value)]
            : [.. baselineRuns.Select(run => quantity.Of(comparison.Baseline, run))];
        double[] compared = [.. measured.Zip(baseline, quantity.Compare)];
        return new ComparisonResult(
            comparison,
            quantity.IsDifference ? quantity.Compare(MedianOf(measured), MedianOf(baseline)) : MedianOf(compared),
            compared.Min(),
            compared.Max(),
            MedianOf(measured),
            MedianOf(baseline),
            MedianOf(measuredRuns.Select(run => (double)run.PeakBytes)),
            baselineRuns.Count == 0 ? 0 : MedianOf(baselineRuns.Select(run => (double)run.PeakBytes)));
    }

    private static double MedianOf(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        int middle = ordered.Length / 2;
        return ordered.Length % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
    }
}
