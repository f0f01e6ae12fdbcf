namespace ContactsPS.Benchmarks;

/// <summary>Two works, and what of them is compared.</summary>
internal sealed record Comparison(Work Measured, Quantity Quantity)
{
    /// <summary>What it is compared with; null where that is <see cref="Bound"/>.</summary>
    public Work? Baseline { get; init; }

    /// <summary>A figure that follows from the circumstances, where no work gives it.</summary>
    public (string Label, double Value)? Bound { get; init; }

    /// <summary>What is claimed; null: nothing.</summary>
    public Target? Target { get; init; }
}
