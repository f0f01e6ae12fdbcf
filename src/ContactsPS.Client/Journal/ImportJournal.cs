using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Records the rows of a file that the service acknowledged, so that a run that was killed can be continued. An
/// acknowledgement is passed to the operating system before the run continues, so it is not lost when the process is
/// killed. It is on the disk within a second, so after a power failure at most the batches of one second are sent
/// again. Only one process at a time can open a journal.
/// </summary>
public sealed class ImportJournal : IDisposable
{
    private static readonly TimeSpan s_flushInterval = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly FileStream _file;
    private readonly JournalRecords _records;
    private readonly Timer _flush;

    /// <summary>
    /// The records of refusals whose cause isn't known yet: the contact, or the request (a wrong list, for example). They
    /// are written when the service accepts a contact or refuses another one in another way.
    /// </summary>
    private readonly StringBuilder _unexplained = new();
    private ServiceAnswer? _lastUnexplained;
    private bool _isDirty;
    private IOException? _failure;

    private ImportJournal(FileStream file, JournalRecords records)
    {
        _file = file;
        _records = records;
        _flush = new Timer(_ => Flush(), state: null, s_flushInterval, s_flushInterval);
    }

    /// <summary>The counts of the run when it is complete. Null when there are contacts left to send.</summary>
    public JournalTotals? Totals => _records.Totals;

    /// <summary>Opens a journal, or creates one.</summary>
    /// <exception cref="ContactsException">
    /// JournalMismatch: the journal belongs to another file, account or options, or the file is not a journal.
    /// JournalInUse: another process has it open. JournalUnwritable: it can't be opened or written.
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

    /// <summary>
    /// Whether the service acknowledged the row on this line in an earlier run. Call it with ascending lines.
    /// </summary>
    public bool IsAccepted(long line) => _records.IsAccepted(line);

    /// <summary>
    /// Finds the answer of the service that refused the row on this line in an earlier run. Null when it was not
    /// refused.
    /// </summary>
    public ServiceAnswer? FindRejection(long line) => _records.FindRejection(line);

    /// <summary>Records the outcome of a batch. The senders call it as soon as the outcome is known.</summary>
    public void Record(ContactBatch batch, IReadOnlyList<BatchSegment> segments)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(segments);
        lock (_lock)
        {
            var text = new StringBuilder();
            foreach (BatchSegment segment in segments)
            {
                AppendSegment(text, batch.Sources!, segment);
            }

            Append(text.ToString());
        }
    }

    /// <summary>Records that nothing is left to send. The record is on the disk when this method returns.</summary>
    /// <exception cref="ContactsException">JournalUnwritable.</exception>
    public void End(JournalTotals totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        lock (_lock)
        {
            var text = new StringBuilder();
            AppendUnexplained(text);
            Append(text.Append(JournalRecords.Ended(totals)).ToString());
        }

        Flush();
        lock (_lock)
        {
            if (_failure is not null)
            {
                throw Unwritable(_file.Name, _failure);
            }
        }
    }

    /// <summary>
    /// Closes the file. All records are on the disk when this method returns, if the disk can be written.
    /// </summary>
    public void Dispose()
    {
        _flush.Dispose();
        Flush();
        _file.Dispose();
    }

    private void AppendSegment(StringBuilder text, BatchSources sources, BatchSegment segment)
    {
        switch (segment.Outcome)
        {
            case ContactOutcome.Accepted:
                AppendUnexplained(text);
                AppendRanges(text, sources, segment);
                break;
            case ContactOutcome.Rejected:
                string record = JournalRecords.Rejected(sources.GetLineNumber(segment.Start), segment.Answer!);
                if (segment.Answer!.Subject != RefusalSubject.Unknown)
                {
                    text.Append(record);
                    break;
                }

                if (_lastUnexplained is { } last && !RefusalStreak.AreAlike(last, segment.Answer))
                {
                    AppendUnexplained(text);
                }

                _lastUnexplained = segment.Answer;
                _unexplained.Append(record);
                break;
        }
    }

    private void AppendUnexplained(StringBuilder text)
    {
        text.Append(_unexplained);
        _unexplained.Clear();
    }

    /// <summary>
    /// Appends ranges of accepted lines. The rows of a range are not sent again. So a range ends before a row that was
    /// rejected here or was a duplicate, because the outcome of such a row may differ in the next run.
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
        catch (IOException error) when (PrivateFile.IsHeld(error))
        {
            throw new ContactsException(
                ErrorIds.JournalInUse,
                $"The journal '{path}' is held by another process. Two runs with the same journal would send the same rows. Wait until the other run ends.",
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
        $"The journal '{path}' can't be written: {error.Message}. Correct the cause, and run the same command again.",
        error);

    /// <summary>Reads the complete records of a journal.</summary>
    /// <returns>
    /// The end of the last complete record. After it there may be an incomplete record. 0 for a journal without a
    /// complete start.
    /// </returns>
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
            throw Mismatch(path, "the file is not a journal of ContactsPS. Give another path");
        }

        if (lines.Length < 2)
        {
            // The first records were not completely written, and nothing is sent before that.
            return 0;
        }

        JournalSubject? before = JournalSubject.Parse(lines[1]);
        if (before is not null && lines.Length == 2)
        {
            // Nothing was acknowledged, so the journal can be used for anything: the file may have been corrected
            // since.
            return 0;
        }

        string? difference = before is null ? "its second line can't be read" : before.FindDifference(subject);
        if (difference is not null)
        {
            throw Mismatch(path, $"{difference}. Use the same file, account and options, or use a new journal");
        }

        for (int i = 2; i < lines.Length; i++)
        {
            if (!records.TryAdd(lines[i]))
            {
                throw Mismatch(path, $"line {i + 1} is damaged. Use a new journal. It is safe to send contacts again");
            }
        }

        return end;
    }

    private static ContactsException Mismatch(string path, string reason) =>
        new(ErrorIds.JournalMismatch, $"The journal '{path}' can't be used: {reason}.");

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

                // All records of a batch are written at once, so a kill can leave only a part of the last write.
                WriteWhole(text);
                _isDirty = true;
            }
        }
        catch (IOException error)
        {
            throw Unwritable(_file.Name, error);
        }
    }

    /// <summary>
    /// Writes a text. After a failed write there are no more writes, because a part of that text may be at the end of
    /// the file.
    /// </summary>
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
                // A timer can't throw to the caller, so the next write throws this error.
                _failure = error;
            }
        }
    }
}
