using ContactsPS.Client;

namespace ContactsPS.Errors;

/// <summary>
/// Adds advice to the message of a problem, such as the parameter that helps. The client library only says what is
/// wrong, because it doesn't know the cmdlets.
/// </summary>
internal static class Advice
{
    /// <summary>Adds advice to the end of the message. Returns the same problem when there is no advice.</summary>
    public static ContactsException AddTo(ContactsException problem) =>
        Find(problem) is { } advice
            ? new ContactsException(problem.ErrorId, $"{problem.Message} {advice}", problem.InnerException) : problem;

    private static string? Find(ContactsException problem) => problem switch
    {
        PhoneNumberException
        {
            Status: PhoneNumberStatus.Missing or PhoneNumberStatus.Several or PhoneNumberStatus.Calculated or PhoneNumberStatus.Date
                or PhoneNumberStatus.Ambiguous,
        } => null,
        PhoneNumberException { Status: PhoneNumberStatus.NoRegion } =>
            "Add -DefaultRegion, such as -DefaultRegion FR, or write the number with a plus sign and its country code, such as +33….",
        PhoneNumberException { Status: PhoneNumberStatus.NotMobile } => "Without -MobileOnly, it is sent.",
        PhoneNumberException => "Correct it.",
        FileKindException { Kind: FileKind.JsonArray } =>
            "Or pipe its objects: Get-Content FILE -Raw | ConvertFrom-Json | Add-Contact.",
        FileKindException { Kind: FileKind.JsonObject } =>
            "If its objects are in a property, pipe them: (Get-Content FILE -Raw | ConvertFrom-Json).PROPERTY | Add-Contact.",
        QuotedLinesException { Delimiter: char delimiter } lines =>
            $"Or read them twice: (Import-Csv FILE -Header Line{Encoding(lines.CodePage)}).Line | ConvertFrom-Csv -Delimiter {Quote(delimiter)} | Add-Contact.",
        FileKindException { Kind: FileKind.WideText } => "For delimited text: -Encoding unicode, bigendianunicode or utf32.",
        { ErrorId: ErrorIds.DefaultRegionInvalid } => "Give the two-letter code of a country, such as -DefaultRegion FR.",
        { ErrorId: ErrorIds.NameEmpty } => "Give a name, or omit the parameter.",
        { ErrorId: ErrorIds.ListNameTooLong or ErrorIds.TagNameTooLong } => "Give a shorter name.",
        { ErrorId: ErrorIds.ListNameInvalid or ErrorIds.TagNameInvalid } => "Give a name without it.",
        { ErrorId: ErrorIds.DelimiterInvalid } => "Give another -Delimiter.",
        PhoneNumberColumnException { Delimiter: char delimiter } =>
            $"Give Import-Csv or Import-Contact the right one: -Delimiter {Quote(delimiter)}.",
        PhoneNumberColumnException { LacksHeader: true } =>
            "If the file has no header, name its columns with -Header PhoneNumber, FirstName, LastName. Import-Contact and Import-Csv both have it.",
        HeaderException { Delimiter: char delimiter, Line: long line } header =>
            $"Or skip it: Get-Content FILE{Encoding(header.CodePage)} | Select-Object -Skip {line - 1} | ConvertFrom-Csv -Delimiter {Quote(delimiter)} | Add-Contact.",
        HeaderException => null,
        WorksheetException sheet => FindOfSheet(sheet),
        { ErrorId: ErrorIds.NoPhoneNumberColumn } =>
            "Rename the right column to phone_number, or name it with -PropertyMap @{ PhoneNumber = '…' }.",
        { ErrorId: ErrorIds.RejectsMismatch } => "Give another -RejectedPath.",
        { ErrorId: ErrorIds.EndpointNotSecure } =>
            "Nothing was sent. Use https, or use -AllowUnencryptedAuthentication if you trust the network.",
        _ => null,
    };

    /// <summary>The advice for a problem with a sheet: that of the problem itself, and then the other sheets.</summary>
    private static string? FindOfSheet(WorksheetException problem)
    {
        var inner = problem.InnerException as ContactsException;
        string? own = inner is null ? null : Find(inner);
        return inner switch
        {
            _ when problem.OtherSheets.Count == 0 => own,
            null => "Name another sheet with -WorksheetName.",
            { ErrorId: ErrorIds.NoPhoneNumberColumn or ErrorIds.ColumnNotFound } and not (HeaderException or PhoneNumberColumnException { LacksHeader: true }) =>
                "Name another sheet with -WorksheetName, or a column of this one with -PropertyMap @{ PhoneNumber = '…' }.",
            _ => $"{own} Or name another sheet with -WorksheetName.".TrimStart(),
        };
    }

    /// <summary>Writes the parameter that a cmdlet of PowerShell needs to read a file in a code page.</summary>
    private static string Encoding(int? codePage) => codePage is null ? string.Empty : $" -Encoding {codePage}";

    /// <summary>Writes a delimiter as PowerShell reads it.</summary>
    private static string Quote(char delimiter) => delimiter == '\t' ? "\"`t\"" : $"'{delimiter}'";
}
