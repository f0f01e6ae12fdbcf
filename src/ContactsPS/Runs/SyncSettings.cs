namespace ContactsPS.Runs;

/// <summary>The settings of a synchronisation besides those of its runs.</summary>
/// <param name="ListName">The name of the list.</param>
/// <param name="StatePath">The full path of the state file.</param>
/// <param name="MaximumRemovalPercent">The largest part of the list that may be removed, from 0 to 100.</param>
/// <param name="IsForced">Whether the limit doesn't apply.</param>
/// <param name="IsWhatIf">Whether only the plan is shown.</param>
internal sealed record SyncSettings(
    string ListName, string StatePath, double MaximumRemovalPercent, bool IsForced, bool IsWhatIf);
