using System.Management.Automation;
using System.Text;
using ContactsPS.Binding;
using ContactsPS.Client;
using ContactsPS.Errors;
using ContactsPS.Sending;

namespace ContactsPS.Commands;

/// <summary>
/// Adds the contacts of delimited files to the account, as Add-Contact does. The delimiter and the encoding are found in
/// the file unless they are given.
/// </summary>
[Cmdlet(VerbsData.Import, "Contact", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(ContactSummary), typeof(Contact))]
public sealed class ImportContactCommand : ContactBatchCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private ContactFileReader? _file;

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

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string path in FindFiles())
        {
            try
            {
                Import(path);
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
        base.EndProcessing();
        WriteSummary();
    }

    private protected override IBatchOutlet OpenOutlet() =>
        OpenSendingOutlet(Map.Scripts.Count == 0 ? RowIntake.MakeSources : () => new ObjectSources());

    private protected override double? GetShare() => _file?.Progress;

    private List<string> FindFiles()
    {
        if (ParameterSetName == LiteralPathSet)
        {
            return [.. LiteralPath.Select(SessionState.Path.GetUnresolvedProviderPathFromPSPath)];
        }

        List<string> found = [];
        foreach (string path in Path)
        {
            try
            {
                found.AddRange(SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _));
            }
            catch (ItemNotFoundException error)
            {
                WriteError(ErrorRecords.From(ModuleErrorIds.FileNotFound, error.Message, path, error));
            }
        }

        return found;
    }

    private void Import(string path)
    {
        using ContactFileReader file = Await(token => Task.Run(
            () => ContactFileReader.Open(path, new ContactFileOptions(Delimiter, Encoding), token), token));
        _file = file;
        ColumnMap columns = Map.Match(file.Columns, isLenient: false);
        ReportColumns(columns);
        var rows = new RowIntake(file, columns, PhoneNumbers);
        ObjectBinder? scripted = Map.Scripts.Count == 0 ? null : new ObjectBinder(Map, PhoneNumbers, _ => { });
        try
        {
            while (file.Read())
            {
                Add(file, columns, rows, scripted);
            }
        }
        catch (OperationCanceledException) when (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private void Add(ContactFileReader file, ColumnMap columns, RowIntake rows, ObjectBinder? scripted)
    {
        IntakeStatus status = default;
        ContactsException? problem;
        if (rows.FindProblem() is { } shape)
        {
            problem = new ContactsException(ErrorIds.RowMalformed, shape);
        }
        else if (scripted is null)
        {
            status = rows.Add(OpenBatch());
            problem = status is IntakeStatus.Opened or IntakeStatus.Duplicate
                ? null : ContactProblem.Of(status, file.GetField(columns[ContactField.PhoneNumber]).ToString());
        }
        else
        {
            SourceRow source = rows.GetSource();
            status = scripted.Add(SourceObjects.ToObject(source), source, OpenBatch(), out problem);
        }

        Advance(status, problem, rows.GetSource);
    }

    /// <summary>
    /// A file that can't be read as contacts ends the run, unless contacts of it or of another were read: those are seen
    /// to their end, and the file is an error among others.
    /// </summary>
    private void ReportUnusable(string path, ContactsException error)
    {
        var located = new ContactsException(error.ErrorId, $"{path}: {error.Message}", error.InnerException);
        if (Tally.Read == 0)
        {
            Fail(located, path);
        }

        WriteError(ErrorRecords.From(located, path));
    }
}
