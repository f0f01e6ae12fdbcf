namespace ContactsPS.Client;

/// <summary>What a file is, by its content, whatever it is called.</summary>
public enum FileKind
{
    /// <summary>Text without a mark of its own: delimited text, or lines of something else.</summary>
    Text,

    /// <summary>Text in UTF-16 or UTF-32 without a byte order mark.</summary>
    WideText,

    /// <summary>JSON: an object.</summary>
    JsonObject,

    /// <summary>JSON: an array.</summary>
    JsonArray,

    /// <summary>An Excel workbook, .xlsx or .xlsm (ECMA-376).</summary>
    Workbook,

    /// <summary>An Excel workbook in the older form, .xls ([MS-XLS]), or another file of that container ([MS-CFB]).</summary>
    CompoundFile,

    /// <summary>A workbook that a password protects ([MS-OFFCRYPTO]).</summary>
    EncryptedWorkbook,

    /// <summary>An Excel workbook in the binary form, .xlsb ([MS-XLSB]).</summary>
    BinaryWorkbook,

    /// <summary>A spreadsheet of Apple Numbers, .numbers.</summary>
    Numbers,

    /// <summary>A spreadsheet of OpenDocument, .ods.</summary>
    OpenDocument,

    /// <summary>A document of Word or PowerPoint.</summary>
    OfficeDocument,

    /// <summary>A zip archive of anything else.</summary>
    Archive,

    /// <summary>A PDF document.</summary>
    Pdf,

    /// <summary>A page of HTML. Some programs write tables of HTML and call them .xls.</summary>
    Html,

    /// <summary>XML.</summary>
    Xml,

    /// <summary>Contacts as vCards (RFC 6350).</summary>
    VCard,

    /// <summary>A document of rich text, .rtf.</summary>
    RichText,

    /// <summary>Bytes that are no text: a picture, a program, a database, or an archive that is no zip archive.</summary>
    Binary,
}
