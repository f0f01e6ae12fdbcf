namespace ContactsPS.Client;

/// <summary>What a synchronisation will do.</summary>
/// <param name="Added">The contacts of the input that are not on the list.</param>
/// <param name="Changed">The contacts of the input that are on the list and are sent again, because they changed.</param>
/// <param name="Unchanged">The contacts of the input that are on the list as they are.</param>
/// <param name="Removed">The contacts on the list that are not in the input.</param>
/// <param name="Held">The contacts on the list before this run, according to the state file.</param>
public sealed record SyncPlan(long Added, long Changed, long Unchanged, long Removed, long Held)
{
    /// <summary>Whether there is nothing to send.</summary>
    public bool IsEmpty => Added + Changed + Removed == 0;

    /// <summary>Whether the input has no contact, so that nothing would be left on the list.</summary>
    public bool EmptiesList => Held > 0 && Added + Changed + Unchanged == 0;

    /// <summary>The percentage of the contacts on the list that will be removed, from 0 to 100.</summary>
    public double RemovalPercent => Held == 0 ? 0 : 100.0 * Removed / Held;
}
