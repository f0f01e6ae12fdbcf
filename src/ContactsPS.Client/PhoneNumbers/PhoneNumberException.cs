namespace ContactsPS.Client;

/// <summary>A text that is no phone number which can be sent. The message says why.</summary>
public sealed class PhoneNumberException : ContactsException
{
    /// <summary>Makes the problem of a text.</summary>
    /// <param name="status">What is wrong with it; not <see cref="PhoneNumberStatus.Ok"/>.</param>
    /// <param name="text">The number as it was written.</param>
    public PhoneNumberException(PhoneNumberStatus status, string text)
        : base(FindErrorId(status), Describe(status, text))
    {
        Status = status;
    }

    /// <summary>What is wrong with the text.</summary>
    public PhoneNumberStatus Status { get; }

    private static string FindErrorId(PhoneNumberStatus status) =>
        status == PhoneNumberStatus.Missing ? ErrorIds.PhoneNumberMissing : ErrorIds.PhoneNumberInvalid;

    private static string Describe(PhoneNumberStatus status, string text) => status switch
    {
        PhoneNumberStatus.Missing => "The contact has no phone number.",
        PhoneNumberStatus.NoRegion => $"'{text}' is a national number, and its country isn't known.",
        _ => $"'{text}' can't be a phone number: there are too few or too many digits, or something else than digits.",
    };
}
