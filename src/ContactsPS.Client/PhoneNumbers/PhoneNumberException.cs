namespace ContactsPS.Client;

/// <summary>A text that is no phone number which can be sent. The message says why.</summary>
public sealed class PhoneNumberException : ContactsException
{
    private static readonly PhoneNumberNormalizer s_international = new(defaultRegion: null);

    /// <summary>Makes the problem of a text.</summary>
    /// <param name="status">What is wrong with it; not <see cref="PhoneNumberStatus.Ok"/>.</param>
    /// <param name="text">
    /// The number as it was written. The message has it without control characters, which a terminal would obey.
    /// </param>
    public PhoneNumberException(PhoneNumberStatus status, string text)
        : base(FindErrorId(status), Describe(status, ColumnName.ToVisible(text)))
    {
        Status = status;
    }

    /// <summary>What is wrong with the text.</summary>
    public PhoneNumberStatus Status { get; }

    private static string FindErrorId(PhoneNumberStatus status) =>
        status switch
        {
            PhoneNumberStatus.Missing => ErrorIds.PhoneNumberMissing,
            PhoneNumberStatus.NotMobile => ErrorIds.PhoneNumberNotMobile,
            _ => ErrorIds.PhoneNumberInvalid,
        };

    private static string Describe(PhoneNumberStatus status, string text) => status switch
    {
        PhoneNumberStatus.Missing => "The contact has no phone number.",
        PhoneNumberStatus.NoRegion => DescribeNational(text),
        PhoneNumberStatus.Several =>
            $"'{text}' is more than one phone number. Keep one, or give each one a row of its own.",
        PhoneNumberStatus.Unreadable =>
            $"'{text}' has letters or signs that are not known, or that are in the place of a digit.",
        PhoneNumberStatus.Calculated =>
            $"'{text}' is a number with decimals or an exponent: a spreadsheet changed it, and digits may be lost. Format the column as text, enter the number again, and export the file again.",
        PhoneNumberStatus.Date =>
            $"'{text}' is a date or a time. If a spreadsheet made it of a phone number, format the column as text, enter the number again, and export the file again.",
        PhoneNumberStatus.Ambiguous =>
            $"'{text}' can be read as two phone numbers, with a country code and without one. Write it with a plus and the country code, as +33….",
        PhoneNumberStatus.NotMobile =>
            $"'{text}' is not the number of a mobile: it is one of a fixed line, or of a service such as toll-free numbers.",
        _ => $"'{text}' is not a phone number: there are too few or too many digits, or the country has no such numbers.",
    };

    /// <summary>Spreadsheets drop the plus of an international number, which then looks like a national one.</summary>
    private static string DescribeNational(string text)
    {
        Span<char> number = stackalloc char[PhoneNumberNormalizer.MaximumLength];
        PhoneNumberStatus status = s_international.Normalize("+" + text.Trim(), number, out int length, out NumberKind kind);
        return status == PhoneNumberStatus.Ok && kind != NumberKind.None
            ? $"'{text}' looks like the international number {number[..length]} without its plus sign. If it is a national number, its country isn't known."
            : $"'{text}' is a national number, and its country isn't known.";
    }
}
