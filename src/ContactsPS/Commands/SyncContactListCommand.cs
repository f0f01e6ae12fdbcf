using System.Management.Automation;
using System.Runtime.CompilerServices;
using System.Text;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Errors;
using ContactsPS.Input;
using ContactsPS.Runs;

namespace ContactsPS.Commands;

/// <summary>
/// Makes a list hold exactly the contacts of the input: adds those that are new or changed, removes those that are not in
/// the input, and sends nothing for the others. A state file says what the list held after the last run, because the
/// service can't be asked. At the end, the cmdlet writes one summary.
/// </summary>
[Cmdlet(VerbsData.Sync, "ContactList", DefaultParameterSetName = ObjectSet, SupportsShouldProcess = true)]
[OutputType(typeof(SyncSummary))]
public sealed class SyncContactListCommand : CreateContactsCmdlet
{
    private const string ObjectSet = "Object";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private SyncRun? _sync;
    private ObjectInput? _objects;
    private FileImport? _files;
    private bool _isIncomplete;

    /// <summary>
    /// The contacts: objects of New-ContactObject, rows of Import-Csv, any other objects, hashtables, DataRows, or only
    /// phone numbers.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ObjectSet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(NoCompleter))]
    public PSObject? InputObject { get; set; }

    /// <summary>The files. Wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The files. Wildcard characters have no special meaning.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The list. If it doesn't exist, it is created. At most 30 characters.</summary>
    [Parameter(Mandatory = true)]
    [Alias("ListName")]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ListNameCompleter))]
    public string Name { get; set; } = string.Empty;

    /// <summary>
    /// The path of the state file. It is created by the first run. It contains phone numbers.
    /// </summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string StatePath { get; set; } = string.Empty;

    /// <summary>
    /// The largest part of the list that a run may remove, in percent. A run that would remove more ends with an error,
    /// and sends nothing. Default: 20.
    /// </summary>
    [Parameter]
    [ValidateRange(0.0, 100.0)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public double MaximumRemovalPercent { get; set; } = 20;

    /// <summary>Remove contacts whatever their number is, and also when the input is empty. Default: off.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>
    /// The ASCII character between two fields. Default: comma, semicolon, tab or vertical bar, as detected in the file. For a
    /// workbook and for JSON Lines, it is the delimiter of the rejects file, and the default is a comma.
    /// </summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [ArgumentCompleter(typeof(NoCompleter))]
    public char? Delimiter { get; set; }

    /// <summary>
    /// The encoding of the files: a name that Import-Csv knows, or a code page. A byte order mark in a file has
    /// priority. Default: UTF-8, and bytes that are not valid UTF-8 are read as Windows-1252.
    /// </summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [EncodingTransformation]
    [ArgumentCompleter(typeof(EncodingCompleter))]
    [ValidateNotNull]
    public Encoding? Encoding { get; set; }

    /// <summary>
    /// The names of the columns of files without a header. The first row is then a contact. Default: the first row is the
    /// header.
    /// </summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string[]? Header { get; set; }

    /// <summary>The sheet of a workbook. Default: the first sheet that is not hidden.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorksheetNameCompleter))]
    public string? WorksheetName { get; set; }

    /// <summary>
    /// The path of the rejects file. It contains the rows that were not accepted, each with a reason. It replaces the
    /// error records. It is not created when there are no such rows. Default: none.
    /// </summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    [ValidateNotNullOrEmpty]
    public string? RejectedPath { get; set; }

    private SyncRun Sync => _sync ?? throw new InvalidOperationException("The run has not begun.");

    /// <inheritdoc/>
    [MethodImpl(HotPath.Compiled)]
    protected override void ProcessRecord()
    {
        if (_objects is not null)
        {
            _objects.AddBound(InputObject);
            return;
        }

        bool isLiteral = ParameterSetName == LiteralPathSet;
        foreach (string path in isLiteral ? LiteralPath : Path)
        {
            List<string> found = SourcePaths.Find(this, [path], isLiteral);
            _isIncomplete |= found.Count == 0;
            _files!.Import(found);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_objects is not null)
        {
            Sync.Complete(_objects.Run, files: null);
            return;
        }

        if (_isIncomplete || !_files!.IsComplete)
        {
            this.Fail(ModuleErrorIds.InputIncomplete, Messages.InputIncomplete(Name), Name);
        }

        Sync.Complete(_files.Run, _files);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _sync?.Dispose();
        }

        base.Dispose(disposing);
    }

    private protected override IDisposable Begin()
    {
        string name = GroupNames.Cut(this, Name);
        string statePath = SourcePaths.Resolve(this, StatePath);
        string? rejectedPath = FindRejects(RejectedPath);
        if (rejectedPath is not null && FileIdentity.AreSame(rejectedPath, statePath))
        {
            throw new ContactsException(ErrorIds.RejectsMismatch, Messages.RejectsIsState(rejectedPath));
        }

        RunSettings settings = MakeSettings(MakeRequest([name]));
        ContactsAccount account = GetAccount();
        var options = new SyncSettings(name, statePath, MaximumRemovalPercent, Force, IsWhatIf);
        _sync = new SyncRun(this, account, settings, options, StopToken);
        if (ParameterSetName == ObjectSet)
        {
            return _objects = new ObjectInput(this, _sync.Open(_sync.ReadSettings, new Rejections(this)), StopToken);
        }

        var files = new FileImportSettings(
            new ContactFileOptions(Delimiter, Encoding, WorksheetName, Header), JournalPath: null, rejectedPath);
        return _files = new FileImport(this, account, _sync.ReadSettings, files, StopToken, _sync.Open);
    }
}
