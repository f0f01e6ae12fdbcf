namespace ContactsPS.Sandbox.Faults;

/// <summary>
/// Distributes failures evenly and in a repeatable way. With a rate of 0.2, every fifth request fails, and with 0.4 two
/// of five. The kinds of failures follow each other: 429, 500, a connection that is dropped before the request is
/// processed, 429, 500, a connection that is dropped after the request was processed. With a kind, the failures are all of
/// that kind.
/// </summary>
internal sealed class FaultPlan
{
    private static readonly Fault[] s_turns =
    [
        Fault.TooManyRequests, Fault.ServerError, Fault.DroppedBefore,
        Fault.TooManyRequests, Fault.ServerError, Fault.DroppedAfter,
    ];

    private static readonly Fault[] s_dropped = [Fault.DroppedBefore, Fault.DroppedAfter];

    private readonly Lock _gate = new();

    // The fraction of a failure that earlier requests added up to. A decimal is exact for 0.2, so there is no drift
    // over a million requests.
    private decimal _due;
    private int _turn;

    /// <summary>Decides the failure of the next request.</summary>
    /// <param name="rate">The share of requests that fail, from 0 to 1.</param>
    /// <param name="kind">The kind of the failures.</param>
    public Fault Next(decimal rate, FailureKind kind)
    {
        lock (_gate)
        {
            _due += rate;
            if (_due < 1)
            {
                return Fault.None;
            }

            _due -= 1;
            int turn = _turn++;
            return kind switch
            {
                FailureKind.TooManyRequests => Fault.TooManyRequests,
                FailureKind.ServerError => Fault.ServerError,
                FailureKind.Dropped => s_dropped[turn % s_dropped.Length],
                _ => s_turns[turn % s_turns.Length],
            };
        }
    }

    /// <summary>
    /// Restarts the sequence, so that the failures after a change of the settings don't depend on earlier requests.
    /// </summary>
    public void Restart()
    {
        lock (_gate)
        {
            _due = 0;
            _turn = 0;
        }
    }
}
