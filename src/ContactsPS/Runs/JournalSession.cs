using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Runs;

/// <summary>
/// The journal of a run. It is opened for the one file that it belongs to, the senders record in it, and it is ended
/// when nothing is left to send. A run without a journal has a session without a path, which does nothing.
/// </summary>
/// <param name="path">The path of the journal. Null for no journal.</param>
internal sealed class JournalSession(string? path) : IDisposable
{
    private ImportJournal? _journal;

    /// <summary>The path of the journal. Null for no journal.</summary>
    public string? Path => path;

    /// <summary>Whether the journal was opened for a file.</summary>
    public bool IsOpen => _journal is not null;

    /// <summary>Opens the journal of a file, or creates one.</summary>
    /// <param name="file">The file that is imported.</param>
    /// <param name="makeSubject">Makes the subject of the journal. It reads the whole file once.</param>
    /// <returns>The journal. Null when the run has none.</returns>
    /// <exception cref="ContactsException">
    /// JournalMismatch, JournalInUse or JournalUnwritable: see <see cref="ImportJournal.Open"/>. Also JournalMismatch
    /// when the journal was already opened for another file, or when the file is the journal.
    /// </exception>
    public ImportJournal? Open(string file, Func<JournalSubject> makeSubject)
    {
        if (path is null)
        {
            return null;
        }

        if (_journal is not null)
        {
            throw new ContactsException(ErrorIds.JournalMismatch, Messages.JournalOfOneFile(path));
        }

        if (FileIdentity.AreSame(file, path))
        {
            throw new ContactsException(ErrorIds.JournalMismatch, Messages.JournalIsSource(path));
        }

        return _journal = ImportJournal.Open(path, makeSubject());
    }

    /// <summary>Records the outcome of a batch. The senders call it as soon as the outcome is known.</summary>
    public void Record(ContactBatch batch, IReadOnlyList<BatchSegment> segments) => _journal?.Record(batch, segments);

    /// <summary>Records that nothing is left to send.</summary>
    /// <exception cref="ContactsException">JournalUnwritable.</exception>
    public void End(ContactTally tally)
    {
        if (_journal is { Totals: null })
        {
            _journal.End(new JournalTotals(tally.Read, tally.Accepted, tally.Rejected, tally.Duplicate, tally.Excluded));
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _journal?.Dispose();
}
