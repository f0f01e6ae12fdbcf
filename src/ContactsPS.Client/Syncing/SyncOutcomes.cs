namespace ContactsPS.Client;

/// <summary>Records in the table of a list what became of the contacts that were sent. This class is thread-safe.</summary>
/// <param name="table">The contacts of the list. While contacts are sent, only this class uses it.</param>
internal sealed class SyncOutcomes(NumberHashes table)
{
    private readonly Lock _lock = new();

    /// <summary>The number of new contacts that were acknowledged.</summary>
    public long Added { get; private set; }

    /// <summary>The number of changed contacts that were acknowledged.</summary>
    public long Changed { get; private set; }

    /// <summary>The number of contacts whose removal was acknowledged.</summary>
    public long Removed { get; private set; }

    /// <summary>Records the outcome of a batch.</summary>
    public void Record(SyncSources sources, IReadOnlyList<BatchSegment> segments)
    {
        lock (_lock)
        {
            foreach (BatchSegment segment in segments)
            {
                for (int i = segment.Start; i < segment.Start + segment.Count; i++)
                {
                    Record(sources.GetRecord(i), segment.Outcome);
                }
            }
        }
    }

    /// <summary>Reads the table while no outcome is recorded.</summary>
    public void Read(Action<NumberHashes> read)
    {
        lock (_lock)
        {
            read(table);
        }
    }

    private void Record(PendingRecord record, ContactOutcome outcome)
    {
        string phoneNumber = record.PhoneNumber;
        switch (outcome)
        {
            case ContactOutcome.Accepted when record.IsRemoval:
                table.Remove(phoneNumber);
                Removed++;
                break;
            case ContactOutcome.Accepted:
                table.Set(phoneNumber, record.After);
                if (record.IsNew)
                {
                    Added++;
                }
                else
                {
                    Changed++;
                }

                break;
            case ContactOutcome.Rejected when record.Before == NumberHashes.None:
                table.Remove(phoneNumber);
                break;
            case ContactOutcome.Rejected:
                table.Set(phoneNumber, record.Before);
                break;
            case ContactOutcome.NotSent:
                // The request may have been carried out without an acknowledgement.
                table.SetUnknown(phoneNumber, record.IsNew);
                break;
        }
    }
}
