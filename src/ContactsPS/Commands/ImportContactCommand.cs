using System.Management.Automation;
using System.Text;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Input;
using ContactsPS.Runs;

namespace ContactsPS.Commands;

/// <summary>
/// Adds the contacts in files to the account, in the same way as Add-Contact. It reads delimited text, Excel workbooks
/// and JSON Lines. It detects the delimiter and the encoding of a text file unless they are given.
/// </summary>
[Cmdlet(
    VerbsData.Import,
    "Contact",
    DefaultParameterSetName = PathSet,
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ContactSummary), typeof(Contact))]
public sealed class ImportContactCommand : AddContactsCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private FileImport? _import;

    /// <summary>The files. Wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>
    /// The files. Wildcard characters have no special meaning. Files of Get-ChildItem bind to this parameter.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "FullName", "LP")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>
    /// The ASCII character between two fields. Default: comma, semicolon, tab or vertical bar, as detected in the file. For a
    /// workbook and for JSON Lines, it is the delimiter of the rejects file, and the default is a comma.
    /// </summary>
    [Parameter]
    [ArgumentCompleter(typeof(NoCompleter))]
    public char? Delimiter { get; set; }

    /// <summary>
    /// The encoding of the files: a name that Import-Csv knows, or a code page. A byte order mark in a file has
    /// priority. Default: UTF-8, and bytes that are not valid UTF-8 are read as Windows-1252.
    /// </summary>
    [Parameter]
    [EncodingTransformation]
    [ArgumentCompleter(typeof(EncodingCompleter))]
    [ValidateNotNull]
    public Encoding? Encoding { get; set; }

    /// <summary>
    /// The names of the columns of files without a header. The first row is then a contact. Default: the first row is the
    /// header.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NoCompleter))]
    public string[]? Header { get; set; }

    /// <summary>The sheet of a workbook. Default: the first sheet that is not hidden.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(WorksheetNameCompleter))]
    public string? WorksheetName { get; set; }

    /// <summary>
    /// The share of each file to import. For example, 3/16 is the third of sixteen. All rows of one phone number are in
    /// the same share. Default: the whole file.
    /// </summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NoCompleter))]
    public Partition? Partition { get; set; }

    /// <summary>
    /// The path of the journal. It records what the service acknowledged, so that the same command can continue a run
    /// that was killed. Default: none.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? JournalPath { get; set; }

    /// <summary>
    /// The path of the rejects file. It contains the rows that were not accepted, each with a reason. It replaces the
    /// error records. It is not created when there are no such rows. Default: none.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? RejectedPath { get; set; }

    private FileImport FileImport => _import ?? throw new InvalidOperationException("The run has not begun.");

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        bool isLiteral = ParameterSetName == LiteralPathSet;
        FileImport.Import(SourcePaths.Find(this, isLiteral ? LiteralPath : Path, isLiteral));
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => FileImport.Complete();

    private protected override IDisposable Begin()
    {
        RunSettings settings = MakeSettings();
        return _import = new FileImport(
            this,
            GetRunAccount(),
            settings with { Intake = settings.Intake with { Partition = Partition } },
            new FileImportSettings(
                new ContactFileOptions(Delimiter, Encoding, WorksheetName, Header), FindOutput(JournalPath), FindRejects(RejectedPath)),
            StopToken);
    }
}
