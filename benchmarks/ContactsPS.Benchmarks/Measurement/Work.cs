namespace ContactsPS.Benchmarks;

/// <summary>One side of a comparison: something that runs in a process of its own and is measured.</summary>
/// <param name="label">What tables and progress lines call it.</param>
/// <param name="rows">The contacts its figures are counted by.</param>
/// <param name="delivered">The contacts that arrive at the server.</param>
internal abstract class Work(string label, int rows, int delivered)
{
    public string Label { get; } = label;

    public int Rows { get; } = rows;

    public int Delivered { get; } = delivered;

    /// <summary>Runs it once.</summary>
    public abstract Task<Measurement> RunAsync(Uri endpoint, CancellationToken cancellationToken);
}
