using System.Management.Automation;
using System.Text;
using ContactsPS.Client;
using ContactsPS.Completion;
using ContactsPS.Input;
using ContactsPS.Runs;

namespace ContactsPS.Commands;

/// <summary>
/// Adds the contacts of files to the account, as Add-Contact does: delimited text, whose delimiter and encoding are found
/// in the file unless they are given, Excel workbooks, and JSON Lines.
/// </summary>
[Cmdlet(VerbsData.Import, "Contact", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(ContactSummary), typeof(Contact))]
public sealed class ImportContactCommand : ContactCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private FileImport? _import;

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

    private FileImport FileImport => _import ?? throw new InvalidOperationException("The run has not begun.");

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        bool isLiteral = ParameterSetName == LiteralPathSet;
        FileImport.Import(SourcePaths.Find(this, isLiteral ? LiteralPath : Path, isLiteral));
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => FileImport.Complete();

    private protected override void Begin()
    {
        RunSettings settings = GetSettings();
        _import = new FileImport(
            this,
            GetAccount(),
            settings with { Intake = settings.Intake with { Partition = Partition } },
            new FileImportSettings(
                new ContactFileOptions(Delimiter, Encoding, WorksheetName), FindOutput(JournalPath), FindOutput(RejectedPath)),
            StopToken);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _import?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Where a file is written beside the import; null for none. -WhatIf writes no file.</summary>
    private string? FindOutput(string? path) => path is null || IsWhatIf ? null : SourcePaths.Resolve(this, path);
}
