namespace ContactsPS.Tests.Faults;

/// <summary>One run of the matrix. A seed gives the same plan each time.</summary>
public sealed class FaultPlan
{
    private static readonly int[] s_batchSizes = [1, 7, 200];
    private static readonly int[] s_senders = [1, 4, 16];

    private readonly int _first;
    private readonly int _last;

    public FaultPlan(int seed)
    {
        Seed = seed;
        Fault = FaultList.All[seed % FaultList.All.Count];
        int round = seed / FaultList.All.Count;
        BatchSize = s_batchSizes[round % 3];
        Senders = s_senders[round / 3 % 3];
        IsFile = round % 2 == 0;
        Contacts = BatchSize switch { 1 => 30, 7 => 80, _ => 700 };
        var random = new Random(seed);
        _first = Fault.IsConstant ? 1 : random.Next(1, 5);
        _last = Fault.IsConstant ? int.MaxValue : random.Next(3) switch { 0 => _first, 1 => _first + 2, _ => int.MaxValue };
        if (Fault.IsSlow)
        {
            // Each attempt costs a whole timeout.
            _last = Math.Min(_last, _first + 1);
        }

        ClosedFor = !Fault.Refuses ? TimeSpan.Zero
            : Fault.IsConstant || _last == int.MaxValue ? Timeout.InfiniteTimeSpan
            : TimeSpan.FromMilliseconds(random.Next(30));
    }

    public int Seed { get; }

    public Fault Fault { get; }

    public int BatchSize { get; }

    public int Senders { get; }

    /// <summary>Whether the contacts are imported from a file with a journal and a rejects file. Otherwise they are piped.</summary>
    public bool IsFile { get; }

    public int Contacts { get; }

    /// <summary>How long the port is closed, from the first faulty request on. Infinite until the fault is over.</summary>
    public TimeSpan ClosedFor { get; }

    /// <summary>Whether the request with this number, from 1, meets the fault.</summary>
    public bool IsFaulty(int number) => number >= _first && number <= _last;

    public override string ToString() =>
        $"seed {Seed}: {Fault.Name}, requests {_first} to {(_last == int.MaxValue ? "the last" : _last)}, batches of {BatchSize}, {Senders} senders, {(IsFile ? "a file" : "the pipeline")}";
}
