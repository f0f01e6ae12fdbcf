namespace ContactsPS.Benchmarks;

/// <summary>One side of a comparison: something that runs in a process of its own and is measured.</summary>
/// <param name="label">What tables and progress lines call it.</param>
/// <param name="rows">The contacts its figures are counted by.</param>
/// <param name="delivered">The contacts that arrive at the server each time.</param>
internal abstract class Work(string label, int rows, int delivered)
{
    public string Label { get; } = label;

    public int Rows { get; } = rows;

    /// <summary>
    /// How often the process does the work before the clock starts; 0: what is measured includes the runtime's compiling, as in
    /// a scheduled run.
    /// </summary>
    public int WarmUps { get; init; }

    /// <summary>The contacts that arrive at the server, those of the warm-ups included.</summary>
    public int Delivered => delivered * (WarmUps + 1);

    /// <summary>Runs it once.</summary>
    public abstract Task<Measurement> RunAsync(Uri endpoint, CancellationToken cancellationToken);
}
