using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Text;
using ContactsPS.Binding;
using ContactsPS.Client;
using ContactsPS.Errors;
using ContactsPS.Importing;
using ContactsPS.Sending;

namespace ContactsPS.Commands;

/// <summary>
/// Adds the contacts of files to the account, as Add-Contact does: delimited text, whose delimiter and encoding are found
/// in the file unless they are given, Excel workbooks, and JSON Lines.
/// </summary>
[Cmdlet(VerbsData.Import, "Contact", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(ContactSummary), typeof(Contact))]
public sealed class ImportContactCommand : ContactBatchCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private ContactRows? _file;
    private ImportJournal? _journal;
    private bool _isReadToEnd;
    private RejectsFile? _rejects;

    /// <summary>The files; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The files, by names that are taken as they are. Files of Get-ChildItem come in here.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "FullName", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>What stands between two fields; found in the header among comma, semicolon, tab and bar where it is left out.</summary>
    [Parameter]
    public char? Delimiter { get; set; }

    /// <summary>
    /// How the files are encoded: a name that Import-Csv knows, or a code page. Where it is left out, the byte order mark
    /// says so, or else it is UTF-8, with what isn't UTF-8 read as Windows-1252.
    /// </summary>
    [Parameter]
    [EncodingTransformation]
    [ArgumentCompleter(typeof(EncodingCompleter))]
    [ValidateNotNull]
    public Encoding? Encoding { get; set; }

    /// <summary>
    /// The names of the columns, for files without a header: the first row is a contact then. As Import-Csv has it.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Header { get; set; }

    /// <summary>The sheet of a workbook; the first that is not hidden where it is left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? WorksheetName { get; set; }

    /// <summary>
    /// The share of each file to take, as 3/16: the third of sixteen. The rows of one phone number are all in one share.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    public Partition? Partition { get; set; }

    /// <summary>
    /// Writes down what the service has acknowledged, so that the same command goes on where a run was that was killed.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>
    /// Gets the rows that were not accepted, with a reason each, in place of the error records. Not made where there are
    /// none.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RejectedPath { get; set; }

    /// <summary>The path of the journal; null where there is to be none. -WhatIf writes no file.</summary>
    private string? JournalFile =>
        JournalPath is null || IsWhatIf ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(JournalPath);

    /// <summary>
    /// Whether a row that is not of this share may be of it the next time: what a script block makes of it isn't known.
    /// </summary>
    private bool SharesMayChange => Partition is not null && Map.Scripts.Count > 0;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        List<string> files = ParameterSetName == LiteralPathSet
            ? [.. LiteralPath.Select(SessionState.Path.GetUnresolvedProviderPathFromPSPath)] : SourcePaths.Find(this, Path);
        CheckFiles(files);
        foreach (string path in files)
        {
            try
            {
                Import(path);
            }
            catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
            {
                throw new PipelineStoppedException();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                string errorId = error is FileNotFoundException or DirectoryNotFoundException
                    ? ModuleErrorIds.FileNotFound : ModuleErrorIds.FileUnreadable;
                WriteError(ErrorRecords.From(errorId, $"{path}: {error.Message}", path, error));
            }
            catch (ContactsException error)
            {
                ReportUnusable(path, error);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            base.EndProcessing();
        }
        catch (ContactsException error)
        {
            FailUnwritable(error, RejectedPath);
        }

        // Before the journal says that all is done: a run that is killed between the two makes the file again.
        CloseRejects();
        EndJournal();
        WriteSummary();
    }

    private protected override IBatchOutlet OpenOutlet() => OpenSendingOutlet(
        RowIntake.MakeSources, (batch, segments) => _journal?.Record(batch, segments));

    private protected override Rejections OpenRejections()
    {
        if (RejectedPath is not null && !IsWhatIf)
        {
            _rejects = new RejectsFile(SessionState.Path.GetUnresolvedProviderPathFromPSPath(RejectedPath));
        }

        return new Rejections(this, _rejects);
    }

    private protected override Partition? GetPartition() => Partition;

    private protected override double? GetShare() => _isReadToEnd ? 1 : _file?.Progress;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // The senders end first: until then they write to the journal.
        base.Dispose(disposing);
        if (disposing)
        {
            _journal?.Dispose();
            _rejects?.Dispose();
        }
    }

    /// <summary>Refuses what can be told of the files before anything is sent.</summary>
    private void CheckFiles(List<string> files)
    {
        if (Tally.Read == 0 && _rejects is not null && files.Exists(_rejects.IsAt))
        {
            Fail(ErrorIds.RejectsMismatch, Messages.RejectsAmongFiles(RejectedPath!), RejectedPath);
        }

        if (_journal is null && JournalFile is not null && files.Count > 1)
        {
            Fail(ErrorIds.JournalMismatch, Messages.JournalOfSeveralFiles(JournalPath!, files.Count), JournalPath);
        }
    }

    private void Import(string path)
    {
        if (JournalFile is { } journalFile)
        {
            OpenJournal(path, journalFile);
            if (_journal!.Totals is { } totals)
            {
                WriteWarning(Messages.JournalEnded(JournalPath!, PassThru));
                Tally.Restore(totals);
                return;
            }
        }

        _isReadToEnd = false;
        using ContactRows file = Await(token => Task.Run(
            () => ContactFile.Open(path, new ContactFileOptions(Delimiter, Encoding, WorksheetName, Header), token), token));
        _file = file;
        var rows = new RowBinder(file, Map, PhoneNumbers, Partition, _journal);
        _rejects?.Begin(file, path);
        ReportColumns(rows.Columns);
        while (file.Read())
        {
            StopToken.ThrowIfCancellationRequested();
            Add(rows, file.LineNumber);
        }

        rows.CheckColumns();
        _file = null;
        _isReadToEnd = true;
    }

    /// <summary>Writes down that nothing is left to send, where nothing is.</summary>
    private void EndJournal()
    {
        if (_journal is not { Totals: null } || !_isReadToEnd || Tally.NotSent > 0)
        {
            return;
        }

        try
        {
            _journal.End(new JournalTotals(Tally.Read, Tally.Accepted, Tally.Rejected, Tally.Duplicate));
        }
        catch (ContactsException error)
        {
            Fail(error, JournalPath);
        }
    }

    private void CloseRejects()
    {
        try
        {
            _rejects?.Close();
        }
        catch (ContactsException error)
        {
            Fail(error, RejectedPath);
        }

        if (Rejections.DescribeFile() is { } note)
        {
            WriteWarning(note);
        }
    }

    private void OpenJournal(string path, string journalPath)
    {
        if (_journal is not null)
        {
            throw new ContactsException(ErrorIds.JournalMismatch, Messages.JournalOfOneFile(journalPath));
        }

        if (FileIdentity.AreSame(path, journalPath))
        {
            throw new ContactsException(ErrorIds.JournalMismatch, Messages.JournalIsSource(journalPath));
        }

        ContactsAccount account = GetAccount();
        JournalSubject subject = Await(token => JournalSubjects.MakeAsync(path, account, this, Map, token));
        _journal = ImportJournal.Open(journalPath, subject);
    }

    [MethodImpl(HotPath.Compiled)]
    private void Add(RowBinder rows, long line)
    {
        IntakeStatus status = rows.Add(OpenBatch, out ContactsException? problem);
        if (status == IntakeStatus.Settled)
        {
            if (_journal!.FindRejection(line) is { } answer)
            {
                problem = ServiceProblem.Rejected(answer);
            }
            else
            {
                Tally.Count(ContactOutcome.Accepted, 1);
            }
        }

        if (problem is null)
        {
            if (status == IntakeStatus.Duplicate || (status == IntakeStatus.NotMine && SharesMayChange))
            {
                OpenBatch.Sources!.SkipOne();
            }

            Advance(status);
        }
        else
        {
            OpenBatch.Sources!.SkipOne();
            Reject(problem, rows.GetSource());
        }
    }

    /// <summary>
    /// A file that can't be read as contacts ends the run, unless contacts of it or of another were read: those are seen
    /// to their end, and the file is an error among others. Rejects that can't be written end it in any case: rows would
    /// be lost.
    /// </summary>
    private void ReportUnusable(string path, ContactsException error)
    {
        var located = new ContactsException(error.ErrorId, $"{path}: {error.Message}", error.InnerException);
        if (error.ErrorId is ErrorIds.RejectsUnwritable)
        {
            FailUnwritable(located, path);
        }

        if (Tally.Read == 0)
        {
            Fail(located, path);
        }

        WriteError(ErrorRecords.From(located, path));
    }

    /// <summary>Ends the run, whose rejects can't be written, and says too where the service had stopped it already.</summary>
    private void FailUnwritable(ContactsException error, string? target)
    {
        ((SendingOutlet)Outlet).ReportStop();
        Fail(error, target);
    }
}
