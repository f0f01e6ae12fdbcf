using ContactsPS.Client;
using ContactsPS.Input;

namespace ContactsPS.Runs;

/// <summary>The settings of a run: the parameters of the cmdlet, checked, in one value.</summary>
internal sealed record RunSettings
{
    /// <summary>The request that the contacts are for.</summary>
    public required BatchRequest Request { get; init; }

    /// <summary>Which contacts are taken, and how their phone numbers are read.</summary>
    public required IntakeOptions Intake { get; init; }

    /// <summary>The source of fields, as the user gave it.</summary>
    public required PropertyMap PropertyMap { get; init; }

    /// <summary>How batches are sent.</summary>
    public required BulkSenderOptions Sending { get; init; }

    /// <summary>Write each accepted contact instead of the summary. Default: false.</summary>
    public bool PassThru { get; init; }

    /// <summary>Show what the run would do, and do nothing. Default: false.</summary>
    public bool IsWhatIf { get; init; }

    /// <summary>
    /// Leave the confirmation of a batch to the engine, which compares $ConfirmPreference with the impact of the cmdlet.
    /// False when the impact of this run is lower than that, and too low to ask. Default: true.
    /// </summary>
    public bool AsksForConfirmation { get; init; } = true;

    /// <summary>
    /// Keep the mapping of columns in <see cref="ContactLedger.Mapping"/>, to show it when the run was read. Default: false.
    /// </summary>
    public bool KeepsMapping { get; init; }

    /// <summary>
    /// Gets the number of contacts that are still to be added to the run. They are not sent when the run stops. Default:
    /// none is known.
    /// </summary>
    public Func<long> GetUnread { get; init; } = () => 0;

    /// <summary>
    /// Whether a row of another partition may belong to this partition in the next run. A script block may return
    /// another phone number for the same row then.
    /// </summary>
    public bool PartitionsMayChange => Intake.Partition is not null && PropertyMap.Scripts.Count > 0;
}
