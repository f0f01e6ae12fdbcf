namespace ContactsPS.Sandbox.Faults;

/// <summary>
/// Spreads failures evenly and repeatably: a rate of 0.2 is every fifth request, a rate of 0.4 two in five. The kinds
/// take turns: 429, 500, a connection dropped before, 429, 500, a connection dropped after the request was carried out.
/// </summary>
internal sealed class FaultPlan
{
    private static readonly Fault[] s_turns =
    [
        Fault.TooManyRequests, Fault.ServerError, Fault.DroppedBefore,
        Fault.TooManyRequests, Fault.ServerError, Fault.DroppedAfter,
    ];

    private readonly Lock _gate = new();

    // What earlier requests left of a failure. Decimal, because a fifth is exact in it: no drift over a million requests.
    private decimal _due;
    private int _turn;

    /// <summary>Decides on the next request.</summary>
    /// <param name="rate">The part of the requests that fails, 0 to 1.</param>
    public Fault Next(decimal rate)
    {
        lock (_gate)
        {
            _due += rate;
            if (_due < 1)
            {
                return Fault.None;
            }

            _due -= 1;
            return s_turns[_turn++ % s_turns.Length];
        }
    }

    /// <summary>Begins anew, so that what follows a setting does not depend on what came before it.</summary>
    public void Restart()
    {
        lock (_gate)
        {
            _due = 0;
            _turn = 0;
        }
    }
}
