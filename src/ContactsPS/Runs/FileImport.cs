using System.Management.Automation;
using System.Runtime.CompilerServices;
using ContactsPS.Client;
using ContactsPS.Errors;
using ContactsPS.Input;

namespace ContactsPS.Runs;

/// <summary>Imports files in one run: opens each file, finds its columns, and adds its rows.</summary>
internal sealed class FileImport : IDisposable
{
    private readonly PSCmdlet _cmdlet;
    private readonly ContactsAccount? _account;
    private readonly ContactFileOptions _options;
    private readonly JournalSession _journal;
    private readonly RejectsFile? _rejects;
    private readonly CancellationToken _stopToken;
    private readonly ContactRun _run;
    private bool _isReadToEnd;

    /// <summary>Starts the run.</summary>
    /// <param name="cmdlet">Asks for confirmation, and writes.</param>
    /// <param name="account">The account to send to. Null is allowed with -WhatIf only, and then there is no journal.</param>
    /// <param name="settings">The settings of the run.</param>
    /// <param name="files">How to read the files, and which files to write.</param>
    /// <param name="stopToken">Ends the waits.</param>
    /// <param name="open">Opens the run. Default: a run that sends its batches to the account.</param>
    /// <exception cref="ContactsException">The settings are not valid.</exception>
    public FileImport(
        PSCmdlet cmdlet,
        ContactsAccount? account,
        RunSettings settings,
        FileImportSettings files,
        CancellationToken stopToken,
        Func<RunSettings, Rejections, ContactRun>? open = null)
    {
        open ??= (run, rejections) => ContactRun.Send(cmdlet, account, run, rejections, stopToken);
        _cmdlet = cmdlet;
        _account = account;
        _stopToken = stopToken;
        _options = files.Reading;
        _journal = new JournalSession(files.JournalPath);
        _rejects = files.RejectedPath is null ? null : new RejectsFile(files.RejectedPath);
        _run = open(
            settings with { Sending = settings.Sending with { Sources = RowIntake.MakeSources, Completed = _journal.Record } },
            new Rejections(cmdlet, _rejects));
    }

    /// <summary>The run.</summary>
    public ContactRun Run => _run;

    /// <summary>Whether all files until now were read to their end.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>
    /// Imports files, one after the other. A file that can't be imported is an error, and the next one is imported.
    /// </summary>
    public void Import(IReadOnlyList<string> paths)
    {
        Check(paths);
        var progress = new FilesProgress(paths);
        foreach (string path in paths)
        {
            try
            {
                progress.Begin(path);
                Import(path, progress);
            }
            catch (OperationCanceledException) when (_stopToken.IsCancellationRequested)
            {
                throw new PipelineStoppedException();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                IsComplete = false;
                string errorId = error switch
                {
                    FileChangedException => ErrorIds.FileChanged,
                    FileNotFoundException or DirectoryNotFoundException => ModuleErrorIds.FileNotFound,
                    _ => ModuleErrorIds.FileUnreadable,
                };
                _cmdlet.WriteError(ErrorRecords.From(errorId, $"{path}: {error.Message}", path, error));
            }
            catch (ContactsException error)
            {
                IsComplete = false;
                WriteUnusable(path, error);
            }
        }
    }

    /// <summary>
    /// Waits until all contacts are accounted for, closes the rejects file, ends the journal, and writes the summary.
    /// </summary>
    public void Complete()
    {
        _run.Complete();

        // The journal is ended last. If the run is killed before that, the next run creates the rejects file again.
        CloseRejects();
        EndJournal();
        _run.WriteSummary();
    }

    /// <summary>Closes the rejects file, and writes where it is.</summary>
    public void CloseRejects()
    {
        try
        {
            _rejects?.Close();
        }
        catch (ContactsException error)
        {
            _cmdlet.Fail(Messages.WithAccepted(error, _run.Ledger.Tally), _rejects?.Path);
        }

        if (_run.Ledger.Rejections.DescribeFile() is { } note)
        {
            _cmdlet.WriteWarning(note);
        }
    }

    /// <summary>Cancels the requests in progress, and closes the files.</summary>
    public void Dispose()
    {
        // The senders are ended first, because they write to the journal.
        _run.Dispose();
        _journal.Dispose();
        _rejects?.Dispose();
    }

    /// <summary>Refuses files that conflict with the rejects file or the journal, before anything is sent.</summary>
    private void Check(IReadOnlyList<string> paths)
    {
        if (_run.Ledger.Tally.Read == 0 && _rejects is not null && paths.Any(_rejects.IsAt))
        {
            _cmdlet.Fail(ErrorIds.RejectsMismatch, Messages.RejectsAmongFiles(_rejects.Path), _rejects.Path);
        }

        if (_journal is { Path: { } journalPath, IsOpen: false } && paths.Count > 1)
        {
            _cmdlet.Fail(ErrorIds.JournalMismatch, Messages.JournalOfSeveralFiles(journalPath, paths.Count), journalPath);
        }
    }

    private void Import(string path, FilesProgress progress)
    {
        using SourceFile source = PipelineWait.For(token => Task.Run(() => SourceFile.Open(path, token), token), _stopToken);
        ImportJournal? journal = _journal.Open(
            path,
            () => PipelineWait.For(
                token => Task.Run(() => JournalSubjects.Make(source, _account!, _run.Settings, _options), token), _stopToken));
        if (journal?.Totals is { } totals)
        {
            _cmdlet.WriteWarning(Messages.JournalEnded(_journal.Path!, _run.Settings.PassThru));
            _run.Ledger.Tally.Restore(totals);
            return;
        }

        _isReadToEnd = false;
        using ContactRows file = PipelineWait.For(token => Task.Run(() => ContactFile.Open(source, _options), token), _stopToken);
        ContactIntake intake = journal is null ? _run.Ledger.Intake : _run.Ledger.Intake.WithJournal(journal);
        var rows = new RowBinder(file, _run.Settings.PropertyMap, intake);
        _rejects?.Begin(file, path);
        ColumnMapping.Write(_cmdlet, rows.Columns, _run);
        _run.Progress?.GetFractionRead = () => progress.GetFraction(file.Progress);
        if (!AddRows(file, rows))
        {
            _cmdlet.WriteWarning(Messages.NoRows(path, hasHeader: _options.Header is null));
        }

        _run.Progress?.GetFractionRead = () => progress.GetFraction(1);
        rows.CheckColumns();
        source.CheckUnchanged();
        _isReadToEnd = true;
    }

    /// <summary>Adds the rows of a file. False when there are none.</summary>
    [MethodImpl(HotPath.Compiled)]
    private bool AddRows(ContactRows file, RowBinder rows)
    {
        bool isAny = false;
        while (file.Read())
        {
            _stopToken.ThrowIfCancellationRequested();
            IntakeOutcome outcome = rows.Add(_run.OpenBatch);
            _run.Add(outcome, outcome.Kind == IntakeKind.Rejected ? rows.GetSource() : null);
            isAny = true;
        }

        return isAny;
    }

    /// <summary>Records that nothing is left to send, if that is true.</summary>
    private void EndJournal()
    {
        if (!_isReadToEnd || _run.Ledger.Tally.NotSent > 0)
        {
            return;
        }

        try
        {
            _journal.End(_run.Ledger.Tally);
        }
        catch (ContactsException error)
        {
            _cmdlet.Fail(Messages.WithAccepted(error, _run.Ledger.Tally), _journal.Path);
        }
    }

    /// <summary>
    /// Writes the error of a file that can't be read as contacts. The error ends the run, unless contacts were read
    /// before. Those contacts are still sent. A rejects file that can't be written always ends the run, because rows
    /// would be lost.
    /// </summary>
    private void WriteUnusable(string path, ContactsException error)
    {
        ContactsException advised = Advice.AddTo(error);
        var located = new ContactsException(error.ErrorId, $"{path}: {advised.Message}", error.InnerException);
        if (error.ErrorId is ErrorIds.RejectsUnwritable)
        {
            _run.WriteStop();
            _cmdlet.Fail(Messages.WithAccepted(located, _run.Ledger.Tally), _rejects?.Path);
        }

        ErrorRecord record = ErrorRecords.From(located, path);
        if (_run.Ledger.Tally.Read == 0)
        {
            _cmdlet.ThrowTerminatingError(record);
        }

        _cmdlet.WriteError(record);
    }
}
