namespace ContactsPS.Benchmarks;

/// <summary>Works that run in turns against one server, and what is made of their figures.</summary>
/// <param name="Name">What the command line calls it.</param>
/// <param name="Works">The works of a round, in their order.</param>
/// <param name="Comparisons">The comparisons of the works.</param>
internal sealed record Case(string Name, IReadOnlyList<Work> Works, IReadOnlyList<Comparison> Comparisons)
{
    /// <summary>How long the server lets a request wait.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Whether all the works must send the same requests.</summary>
    public bool SendsSameBodies { get; init; }

    /// <summary>How many times the rounds of the others it takes.</summary>
    public int RoundsFactor { get; init; } = 1;

    /// <summary>Why it can't be measured here; null where it can.</summary>
    public string? Skipped { get; private init; }

    public static Case Skip(string name, string reason) => new(name, [], []) { Skipped = reason };
}
