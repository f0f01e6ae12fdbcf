namespace ContactsPS.Benchmarks;

/// <summary>What became of a case.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Comparisons">Its comparisons, where it was measured.</param>
/// <param name="Skipped">Why it can't be measured here; null where it can.</param>
/// <param name="Failure">Why it has no figures; null where it has.</param>
internal sealed record CaseResult(string Name, IReadOnlyList<ComparisonResult> Comparisons, string? Skipped, string? Failure);
