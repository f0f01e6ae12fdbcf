namespace ContactsPS.Client;

/// <summary>
/// The sources of contacts that come from a pending file. The source of a contact is the row of the file that it was
/// made from, or the contact as it is sent when it was an object.
/// </summary>
internal sealed class SyncSources(SourceRowCodec rows) : BatchSources
{
    private readonly List<PendingRecord> _records = [];

    public override object? this[int index]
    {
        get
        {
            PendingRecord record = _records[index];
            return record.Source.IsEmpty
                ? ContactBatch.Decode(record.Contact.Span, hasFields: !record.IsRemoval) : rows.Decode(record.Source.Span);
        }
    }

    /// <summary>Gets the record of the contact at an index.</summary>
    public PendingRecord GetRecord(int index) => _records[index];

    public override void Add(object? source) => _records.Add((PendingRecord)source!);

    public override long GetLineNumber(int index) => ((SourceRow)this[index]!).LineNumber;

    public override void Clear() => _records.Clear();
}
