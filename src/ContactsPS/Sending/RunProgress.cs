using System.Globalization;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using ContactsPS.Client;

namespace ContactsPS.Sending;

/// <summary>Shows how a run goes on, at most five times a second.</summary>
internal sealed class RunProgress(Cmdlet cmdlet, ContactTally tally, Func<double?> getShare)
{
    private const int ActivityId = 0x5150;

    /// <summary>The time between two updates, at the least.</summary>
    public const int IntervalMilliseconds = 200;

    private long _next = Environment.TickCount64 + IntervalMilliseconds;
    private bool _isShown;

    /// <summary>What holds the run up; shown once, when the display is next due.</summary>
    public string? Note { get; set; }

    /// <summary>Shows where the run stands, if it is time to.</summary>
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
        var record = new ProgressRecord(ActivityId, "Adding contacts", Status());
        if (getShare() is { } share)
        {
            record.PercentComplete = (int)Math.Clamp(share * 100, 0, 100);
        }

        cmdlet.WriteProgress(record);
    }

    /// <summary>Takes the display away.</summary>
    public void Complete()
    {
        if (_isShown)
        {
            cmdlet.WriteProgress(new ProgressRecord(ActivityId, "Adding contacts", "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    private string Status()
    {
        string status = string.Create(
            CultureInfo.CurrentCulture, $"{tally.Read:N0} read, {tally.Accepted:N0} accepted, {tally.Rejected:N0} rejected");
        string? note = Note;
        Note = null;
        return note is null ? status : $"{status} - {note}";
    }
}
