namespace ContactsPS.Client;

/// <summary>A file that isn't what it is read as: FileMalformed. The message says what it is, and the way out.</summary>
public sealed class FileKindException : ContactsException
{
    /// <summary>Makes the failure of a file.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="expected">What it was read as, as "delimited text".</param>
    public FileKindException(FileKind kind, string expected)
        : base(ErrorIds.FileMalformed, $"It is {Describe(kind)}, and not {expected}. {FindWayOut(kind)}")
    {
        Kind = kind;
    }

    /// <summary>What the file is.</summary>
    public FileKind Kind { get; }

    private static string Describe(FileKind kind) => kind switch
    {
        FileKind.WideText => "text in UTF-16 or UTF-32 without a byte order mark",
        FileKind.JsonObject => "JSON",
        FileKind.JsonArray => "a JSON array",
        FileKind.Workbook => "an Excel workbook",
        FileKind.CompoundFile => "a workbook or a document of an old version of Office",
        FileKind.EncryptedWorkbook => "a workbook that a password protects",
        FileKind.BinaryWorkbook => "a binary Excel workbook (.xlsb)",
        FileKind.Numbers => "an Apple Numbers spreadsheet (.numbers)",
        FileKind.OpenDocument => "an OpenDocument spreadsheet (.ods)",
        FileKind.OfficeDocument => "a document of Word or PowerPoint",
        FileKind.Archive => "a zip archive or a workbook",
        FileKind.Pdf => "a PDF document",
        FileKind.Html => "a page of HTML",
        FileKind.Xml => "XML",
        FileKind.VCard => "a file of vCards",
        FileKind.RichText => "a document of rich text (RTF)",
        FileKind.Binary => "binary data",
        _ => "text",
    };

    private static string FindWayOut(FileKind kind) => kind switch
    {
        FileKind.WideText => "Give its encoding, or save it as UTF-8.",
        FileKind.JsonObject => "If it has one object a line, give it the extension .jsonl.",
        FileKind.JsonArray => "Write one object a line, without the brackets around them and the commas between them, and give the file the extension .jsonl.",
        FileKind.Workbook => "Give it the extension .xlsx.",
        FileKind.CompoundFile => "If it is a workbook, give it the extension .xls, or save it as .xlsx.",
        FileKind.EncryptedWorkbook => "Save a copy without the password.",
        FileKind.BinaryWorkbook or FileKind.OpenDocument or FileKind.Numbers or FileKind.Html => "Open it in a spreadsheet program and save it as .xlsx.",
        FileKind.Xml => "If a spreadsheet program opens it, save it there as .xlsx. If not, export the table as CSV from the program that made it.",
        FileKind.Archive => "Unpack an archive; give a workbook the extension .xlsx.",
        FileKind.VCard => "Export the contacts as CSV from the program that made it.",
        FileKind.Text => "If it is delimited text, give it the extension .csv.",
        _ => "Export the table as CSV or .xlsx from the program that made it.",
    };
}
