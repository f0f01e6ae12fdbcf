using ContactsPS.Client;
using ContactsPS.Input;

namespace ContactsPS.Runs;

/// <summary>What a run was asked to do: the parameters of the cmdlet, checked and in one value.</summary>
internal sealed record RunSettings
{
    /// <summary>What contact/create is asked to do with the contacts.</summary>
    public required CreateContactsOptions Request { get; init; }

    /// <summary>Which contacts are taken, and how their numbers are read.</summary>
    public required IntakeOptions Intake { get; init; }

    /// <summary>Where the user said that fields come from.</summary>
    public required PropertyMap PropertyMap { get; init; }

    /// <summary>How batches are sent.</summary>
    public required BulkSenderOptions Sending { get; init; }

    /// <summary>Write each accepted contact instead of the summary.</summary>
    public bool PassThru { get; init; }

    /// <summary>Say what would be done, and do nothing.</summary>
    public bool IsWhatIf { get; init; }

    /// <summary>
    /// Whether a row of another partition may belong to this one in the next run. What a script block makes of the row
    /// isn't known, and may change.
    /// </summary>
    public bool PartitionsMayChange => Intake.Partition is not null && PropertyMap.Scripts.Count > 0;
}
