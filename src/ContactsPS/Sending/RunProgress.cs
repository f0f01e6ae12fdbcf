using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using ContactsPS.Client;

namespace ContactsPS.Sending;

/// <summary>Shows how a run goes on, at most five times a second.</summary>
internal sealed class RunProgress(Cmdlet cmdlet, ContactTally tally, Func<double?> getShare)
{
    private const int ActivityId = 0x5150;

    private static readonly long s_interval = Stopwatch.Frequency / 5;

    private long _next = Stopwatch.GetTimestamp() + s_interval;
    private bool _isShown;

    /// <summary>Shows where the run stands, if it is time to.</summary>
    /// <param name="note">What holds it up, if anything does; shown at once.</param>
    public void Update(string? note = null)
    {
        long now = Stopwatch.GetTimestamp();
        if (now < _next && note is null)
        {
            return;
        }

        _next = now + s_interval;
        _isShown = true;
        var record = new ProgressRecord(ActivityId, "Adding contacts", Status(note));
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

    private string Status(string? note)
    {
        string status = string.Create(
            CultureInfo.CurrentCulture, $"{tally.Read:N0} read, {tally.Accepted:N0} accepted, {tally.Rejected:N0} rejected");
        return note is null ? status : $"{status} - {note}";
    }
}
