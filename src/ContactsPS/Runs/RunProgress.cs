using System.Globalization;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using ContactsPS.Client;

namespace ContactsPS.Runs;

/// <summary>Shows the progress of a run, at most five times per second.</summary>
/// <param name="cmdlet">Shows the progress.</param>
/// <param name="tally">The counts of the run.</param>
/// <param name="activity">What the run does.</param>
internal sealed class RunProgress(Cmdlet cmdlet, ContactTally tally, string activity)
{
    /// <summary>The shortest time between two updates, in milliseconds.</summary>
    public const int IntervalMilliseconds = 200;

    private const int ActivityId = 0x5150;

    private long _next = Environment.TickCount64 + IntervalMilliseconds;
    private bool _isShown;

    /// <summary>A note about a delay of the run. It is shown once, with the next update.</summary>
    public string? Note { get; set; }

    /// <summary>
    /// Gets the fraction of the input that was read, from 0 to 1. Null when it is not known, which is the default.
    /// </summary>
    public Func<double?> GetFractionRead { get; set; } = () => null;

    /// <summary>Shows the current counts, if enough time has passed since the last update.</summary>
    [MethodImpl(HotPath.Compiled)]
    public void Update()
    {
        long now = Environment.TickCount64;
        if (now < _next)
        {
            return;
        }

        _next = now + IntervalMilliseconds;
        _isShown = true;
        var record = new ProgressRecord(ActivityId, activity, MakeStatus());
        if (GetFractionRead() is { } fraction)
        {
            record.PercentComplete = (int)Math.Clamp(fraction * 100, 0, 100);
            if (fraction is > 0 and < 1)
            {
                record.SecondsRemaining = (int)Math.Min(Math.Ceiling(tally.Elapsed.TotalSeconds * (1 - fraction) / fraction), int.MaxValue);
            }
        }

        cmdlet.WriteProgress(record);
    }

    /// <summary>Removes the progress display.</summary>
    public void Complete()
    {
        if (_isShown)
        {
            cmdlet.WriteProgress(new ProgressRecord(ActivityId, activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    private string MakeStatus()
    {
        string status = string.Create(
            CultureInfo.CurrentCulture, $"{tally.Read:N0} read, {tally.Accepted:N0} accepted, {tally.Rejected:N0} rejected");
        if (tally.Excluded > 0)
        {
            status += string.Create(CultureInfo.CurrentCulture, $", {tally.Excluded:N0} excluded");
        }

        string? note = Note;
        Note = null;
        return note is null ? status : $"{status} - {note}";
    }
}
