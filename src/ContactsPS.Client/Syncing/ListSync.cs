namespace ContactsPS.Client;

/// <summary>
/// Compares the contacts of an input with a state file, which says what a list held after the last run. It decides which
/// contacts are sent and which are removed, and records their outcomes. It sends nothing itself:
/// <code>
/// using ListSync sync = ListSync.Open(path, subject, request, isReadOnly: false);
/// sync.Compare(batch);                 // for all contacts of the input, each number once
/// sync.BeginSending();
/// while (sync.TryAddNext(batch)) { }   // send these contacts, and call Record for each batch
/// while (sync.TryRemoveNext(batch)) { }
/// sync.Save();
/// </code>
/// Only <see cref="Record"/> is thread-safe. Memory grows with the number of contacts on the list, by about 40 bytes for
/// each, and not with their fields.
/// </summary>
public sealed class ListSync : IDisposable
{
    private readonly string _path;
    private readonly SyncSubject _subject;
    private readonly NumberHashes _table = new();
    private readonly SourceRowCodec _rows = new();
    private readonly ContactHash _hash;
    private readonly SyncOutcomes _outcomes;

    private PendingFile? _pending;
    private PendingRecord? _next;
    private long _held;
    private long _newContacts;
    private long _changedContacts;
    private long _unchangedContacts;
    private bool _isSending;

    private ListSync(string path, SyncSubject subject, BatchRequest request)
    {
        _path = path;
        _subject = subject;
        _hash = new ContactHash(request);
        _outcomes = new SyncOutcomes(_table);
    }

    /// <summary>Whether there was no state file, so that it is not known what the list holds.</summary>
    public bool IsFirst { get; private set; }

    /// <summary>Whether an earlier run was killed. What it sent is sent again, or removed.</summary>
    public bool IsRepair { get; private set; }

    /// <summary>The number of new contacts that were acknowledged.</summary>
    public long Added => _outcomes.Added;

    /// <summary>The number of changed contacts that were acknowledged.</summary>
    public long Changed => _outcomes.Changed;

    /// <summary>The number of contacts whose removal was acknowledged.</summary>
    public long Removed => _outcomes.Removed;

    /// <summary>What will be done with the contacts that were compared until now.</summary>
    public SyncPlan Plan => new(
        _newContacts,
        _changedContacts,
        _unchangedContacts,
        _held - _changedContacts - _unchangedContacts,
        _held);

    /// <summary>Reads a state file, and locks it until this object is disposed.</summary>
    /// <param name="statePath">The path of the state file. It is created if it doesn't exist.</param>
    /// <param name="subject">The list.</param>
    /// <param name="request">
    /// The request that adds contacts. When its options differ from those of the last run, all contacts are sent again.
    /// </param>
    /// <param name="isReadOnly">Only make the plan. No file is written or locked, and nothing can be sent.</param>
    /// <exception cref="ContactsException">
    /// StateMismatch: the file belongs to another list or account. StateCorrupt: it is damaged. StateInUse: another run
    /// uses it. StateUnwritable: it can't be read or written.
    /// </exception>
    public static ListSync Open(string statePath, SyncSubject subject, BatchRequest request, bool isReadOnly)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(request);
        var sync = new ListSync(FileIdentity.Resolve(statePath), subject, request);
        try
        {
            sync.Load(isReadOnly);
            return sync;
        }
        catch
        {
            sync.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Compares the contacts of a batch with the state. Those that will be sent are kept in the pending file. Each phone
    /// number must be given once.
    /// </summary>
    /// <exception cref="ContactsException">StateUnwritable.</exception>
    public void Compare(ContactBatch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        try
        {
            for (int i = 0; i < batch.Count; i++)
            {
                Compare(batch.GetEncoded(i), batch.Sources, i);
            }
        }
        catch (IOException error)
        {
            throw SyncErrors.Unwritable(_path, error);
        }
    }

    /// <summary>
    /// Ends the comparison. All contacts that will be sent or removed are on the disk when this method returns.
    /// </summary>
    /// <exception cref="ContactsException">StateUnwritable.</exception>
    public void BeginSending()
    {
        PendingFile pending = _pending ?? throw new InvalidOperationException("The state file was opened to make a plan only.");
        try
        {
            var contact = new Utf8JsonBuffer(PhoneNumberNormalizer.MaximumLength + 2);
            foreach ((string phoneNumber, ulong hash) in _table.FindUnseen())
            {
                contact.Length = 0;
                contact.AppendString(phoneNumber);
                pending.Append(new PendingRecord(IsRemoval: true, hash, NumberHashes.None, contact.Memory, default));
            }

            pending.EndAppending();
        }
        catch (IOException error)
        {
            throw SyncErrors.Unwritable(_path, error);
        }

        _isSending = true;
        _next = pending.ReadNext();
    }

    /// <summary>Makes the sources of a batch for <see cref="TryAddNext"/> and <see cref="TryRemoveNext"/>.</summary>
    public BatchSources MakeSources() => new SyncSources(_rows);

    /// <summary>Adds the next contact that will be sent to a batch that is not full. False when there are no more.</summary>
    public bool TryAddNext(ContactBatch batch) => TryTake(batch, isRemoval: false);

    /// <summary>
    /// Adds the next contact that will be removed to a batch that is not full. False when there are no more. The
    /// contacts that will be sent must be taken before.
    /// </summary>
    public bool TryRemoveNext(ContactBatch batch) => TryTake(batch, isRemoval: true);

    /// <summary>Records the outcome of a batch. It can be called by several threads at the same time.</summary>
    public void Record(ContactBatch batch, IReadOnlyList<BatchSegment> segments)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(segments);
        _outcomes.Record((SyncSources)batch.Sources!, segments);
    }

    /// <summary>
    /// Writes the state file with the outcomes until now, and deletes the pending file. A contact without an outcome is
    /// sent or removed again by the next run.
    /// </summary>
    /// <exception cref="ContactsException">StateUnwritable. The pending file stays, so the next run continues.</exception>
    public void Save()
    {
        if (_pending is not { } pending)
        {
            throw new InvalidOperationException("The state file was opened to make a plan only.");
        }

        try
        {
            _outcomes.Read(table => ListStateFile.Write(_path, _subject, table));

            pending.Delete();
            pending.Dispose();
            _pending = null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw SyncErrors.Unwritable(_path, error);
        }
    }

    /// <summary>
    /// Ends the lock. When nothing was sent, the pending file is as it was before. When <see cref="Save"/> was not
    /// called after <see cref="BeginSending"/>, it stays, and the next run continues.
    /// </summary>
    public void Dispose()
    {
        if (_pending is not { } pending)
        {
            return;
        }

        _pending = null;
        if (_isSending)
        {
            pending.Dispose();
        }
        else
        {
            pending.Discard();
        }
    }

    private void Load(bool isReadOnly)
    {
        _pending = isReadOnly ? null : PendingFile.Open(_path);
        IsFirst = !ListStateFile.TryRead(_path, _subject, _table);
        if (_pending is null)
        {
            PendingFile.Read(_path, _subject, SetUnknown);
        }
        else
        {
            _pending.Recover(_subject, SetUnknown);
        }

        IsFirst &= !IsRepair;
        _held = _table.Count;
    }

    private void SetUnknown(PendingRecord record)
    {
        _table.SetUnknown(record.PhoneNumber, record.IsNew);
        IsRepair = true;
    }

    private void Compare(ReadOnlySpan<byte> contact, BatchSources? sources, int index)
    {
        ulong after = _hash.Compute(contact);
        ulong before = _table.See(PendingRecord.ReadPhoneNumber(contact), after);
        if (before == after)
        {
            _unchangedContacts++;
            return;
        }

        if (before is NumberHashes.None)
        {
            _newContacts++;
        }
        else
        {
            _changedContacts++;
        }

        if (_pending is not null)
        {
            byte[] source = sources?[index] is SourceRow row ? _rows.Encode(row).ToArray() : [];
            _pending.Append(new PendingRecord(IsRemoval: false, before, after, contact.ToArray(), source));
        }
    }

    private bool TryTake(ContactBatch batch, bool isRemoval)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (_next is not { } record || record.IsRemoval != isRemoval)
        {
            return false;
        }

        batch.AddEncoded(record.Contact.Span);
        batch.Sources!.Add(record);
        _next = _pending!.ReadNext();
        return true;
    }
}
