using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Writes down what the service has acknowledged of a file, as it happens, so that a run that was killed can be taken up
/// where it was. An acknowledgement is in the operating system's hands before the run goes on, which a kill doesn't
/// take away; it is on the disk within a second, so after a power cut at most that much is sent again. One process
/// holds a journal at a time.
/// </summary>
public sealed class ImportJournal : IDisposable
{
    private static readonly TimeSpan s_flushInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly FileStream _file;
    private readonly JournalRecords _records;
    private readonly Timer _flush;
    private bool _isDirty;
    private IOException? _failure;

    private ImportJournal(FileStream file, JournalRecords records)
    {
        _file = file;
        _records = records;
        _flush = new Timer(_ => Flush(), state: null, s_flushInterval, s_flushInterval);
    }

    /// <summary>The counts of the run, where it came to its end; null where there is something left to send.</summary>
    public JournalTotals? Totals => _records.Totals;

    /// <summary>Opens a journal, or begins one.</summary>
    /// <exception cref="ContactsException">
    /// JournalMismatch: it is of another file, account or options, or it is no journal. JournalInUse: another process
    /// holds it. JournalUnwritable: it can't be opened.
    /// </exception>
    public static ImportJournal Open(string path, JournalSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        FileStream file = OpenAlone(path);
        try
        {
            var records = new JournalRecords();
            long end = Read(path, file, subject, records);
            file.SetLength(end);
            file.Position = end;
            if (end == 0)
            {
                file.Write(Encoding.UTF8.GetBytes($"{JournalRecords.Signature}\n{subject.ToJson()}\n"));
                file.Flush(flushToDisk: true);
            }

            return new ImportJournal(file, records);
        }
        catch (IOException error)
        {
            file.Dispose();
            throw Unwritable(path, error);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Whether the service acknowledged the row that begins on a line in an earlier run. Ask in ascending order.</summary>
    public bool IsAccepted(long line) => _records.IsAccepted(line);

    /// <summary>The service's refusal of the row that begins on a line in an earlier run; null when it didn't refuse it.</summary>
    public ServiceAnswer? FindRejection(long line) => _records.FindRejection(line);

    /// <summary>Writes down what became of a batch. Called by the senders, as soon as they know.</summary>
    public void Record(ContactBatch batch, IReadOnlyList<BatchSegment> segments)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(segments);
        BatchSources sources = batch.Sources!;
        var text = new StringBuilder();
        foreach (BatchSegment segment in segments)
        {
            switch (segment.Outcome)
            {
                case ContactOutcome.Accepted:
                    AppendRanges(text, sources, segment);
                    break;
                case ContactOutcome.Rejected:
                    text.Append(JournalRecords.Rejected(sources.GetLineNumber(segment.Start), segment.Answer!));
                    break;
            }
        }

        Append(text.ToString());
    }

    /// <summary>Writes down that nothing is left to send. That is on the disk then.</summary>
    /// <exception cref="ContactsException">JournalUnwritable.</exception>
    public void End(JournalTotals totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        Append(JournalRecords.Ended(totals));
        Flush();
        lock (_lock)
        {
            if (_failure is not null)
            {
                throw Unwritable(_file.Name, _failure);
            }
        }
    }

    /// <summary>Closes the file; what was written is on the disk then.</summary>
    public void Dispose()
    {
        _flush.Dispose();
        Flush();
        _file.Dispose();
    }

    /// <summary>
    /// A range says of all the rows in it that they need not be sent, so it ends where a row was rejected here or was a
    /// duplicate: what it will be in the next run isn't known.
    /// </summary>
    private static void AppendRanges(StringBuilder text, BatchSources sources, BatchSegment segment)
    {
        int start = segment.Start;
        int end = segment.Start + segment.Count;
        foreach (int gap in sources.Gaps.Where(gap => gap > segment.Start && gap < end).Append(end))
        {
            text.Append(JournalRecords.Accepted(sources.GetLineNumber(start), sources.GetLineNumber(gap - 1)));
            start = gap;
        }
    }

    private static FileStream OpenAlone(string path)
    {
        try
        {
            return AppendedFile.OpenAlone(path);
        }
        catch (IOException error) when (AppendedFile.IsHeld(error))
        {
            throw new ContactsException(
                ErrorIds.JournalInUse,
                $"The journal '{path}' is held by another process. Two runs on one journal would send the same rows; wait for the other one to end.",
                error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ContactsException(
                ErrorIds.JournalUnwritable, $"The journal '{path}' can't be opened: {error.Message}", error);
        }
    }

    private static ContactsException Unwritable(string path, Exception error) => new(
        ErrorIds.JournalUnwritable,
        $"The journal '{path}' can't be written on: {error.Message}. Mend that and run the same command again.",
        error);

    /// <summary>Reads the whole records of a journal.</summary>
    /// <returns>Where they end: what stands behind is a record that was torn. 0 for a journal that never began.</returns>
    private static long Read(string path, FileStream file, JournalSubject subject, JournalRecords records)
    {
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        int end = bytes.AsSpan().LastIndexOf((byte)'\n') + 1;
        string[] lines = Encoding.UTF8.GetString(bytes, 0, end).Split('\n')[..^1];
        string start = lines.Length > 0 ? lines[0] : Encoding.UTF8.GetString(bytes);
        bool isJournal = lines.Length > 0
            ? start == JournalRecords.Signature : JournalRecords.Signature.StartsWith(start, StringComparison.Ordinal);
        if (!isJournal)
        {
            throw Mismatch(path, "it is no journal of ContactsPS. Give another path");
        }

        if (lines.Length < 2)
        {
            // Torn while it was begun, and nothing is sent before that is done.
            return 0;
        }

        JournalSubject? before = JournalSubject.Parse(lines[1]);
        if (before is not null && lines.Length == 2)
        {
            // Nothing was acknowledged, so it is about nothing yet: the file may have been mended since.
            return 0;
        }

        string? difference = before is null ? "its second line can't be read" : before.FindDifference(subject);
        if (difference is not null)
        {
            throw Mismatch(path, $"{difference}. Take the run up as it was, or begin a new journal");
        }

        for (int i = 2; i < lines.Length; i++)
        {
            if (!records.TryAdd(lines[i]))
            {
                throw Mismatch(path, $"line {i + 1} is damaged. Begin a new journal: sending contacts again is safe");
            }
        }

        return end;
    }

    private static ContactsException Mismatch(string path, string reason) =>
        new(ErrorIds.JournalMismatch, $"The journal '{path}' doesn't fit: {reason}.");

    private void Append(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        try
        {
            lock (_lock)
            {
                if (_failure is not null)
                {
                    throw _failure;
                }

                // One write a record, so that what a kill can leave is a part of the last one.
                WriteWhole(text);
                _isDirty = true;
            }
        }
        catch (IOException error)
        {
            throw Unwritable(_file.Name, error);
        }
    }

    /// <summary>After a write that failed, none is tried again: it would go on where a part of that one may stand.</summary>
    private void WriteWhole(string text)
    {
        try
        {
            AppendedFile.Append(_file, text);
        }
        catch (IOException error)
        {
            _failure = error;
            throw;
        }
    }

    private void Flush()
    {
        lock (_lock)
        {
            if (!_isDirty || !_file.CanWrite)
            {
                return;
            }

            try
            {
                _file.Flush(flushToDisk: true);
                _isDirty = false;
            }
            catch (IOException error)
            {
                // A timer has nobody to throw to: the next record that is written throws this.
                _failure = error;
            }
        }
    }
}
