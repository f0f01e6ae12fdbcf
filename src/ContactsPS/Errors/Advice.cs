using ContactsPS.Client;

namespace ContactsPS.Errors;

/// <summary>
/// Says which parameter helps with a problem. The client library states what is wrong, and doesn't know the cmdlets.
/// </summary>
internal static class Advice
{
    /// <summary>A problem with advice behind its message; the problem itself when there is none.</summary>
    public static ContactsException AddTo(ContactsException problem) =>
        Find(problem) is { } advice
            ? new ContactsException(problem.ErrorId, $"{problem.Message} {advice}", problem.InnerException) : problem;

    private static string? Find(ContactsException problem) => problem switch
    {
        PhoneNumberException { Status: PhoneNumberStatus.Missing } => null,
        PhoneNumberException { Status: PhoneNumberStatus.NoRegion } =>
            "Add -DefaultRegion, as in -DefaultRegion FR, or write it with a plus and the code of its country, as +33….",
        PhoneNumberException => "Mend it; -SkipPhoneValidation sends it as it is.",
        FileKindException { Kind: FileKind.JsonArray } =>
            "Or pipe its objects: Get-Content FILE -Raw | ConvertFrom-Json | Add-Contact.",
        { ErrorId: ErrorIds.DefaultRegionInvalid } => "Give the two letters of a country, as in -DefaultRegion FR.",
        { ErrorId: ErrorIds.DelimiterInvalid } => "Give another -Delimiter.",
        { ErrorId: ErrorIds.NoPhoneNumberColumn } =>
            "Rename the column that does to phone_number, or name it: -PropertyMap @{ PhoneNumber = '…' }.",
        { ErrorId: ErrorIds.RejectsMismatch } => "Give another -RejectedPath.",
        { ErrorId: ErrorIds.EndpointNotSecure } =>
            "Use https, or -AllowUnencryptedAuthentication if you trust the network. Nothing was sent.",
        _ => null,
    };
}
