using ContactsPS.Client;
using ContactsPS.Errors;

namespace ContactsPS.Binding;

/// <summary>Says why a contact is rejected before it is sent.</summary>
internal static class ContactProblem
{
    public static ContactsException Missing() => new(ErrorIds.PhoneNumberMissing, Messages.PhoneNumberMissing);

    /// <summary>The reason behind a status; null where the contact was taken or is a duplicate.</summary>
    public static ContactsException? Of(IntakeStatus status, string? phoneNumber) => status switch
    {
        IntakeStatus.PhoneNumberMissing => Missing(),
        IntakeStatus.PhoneNumberNational => new(ErrorIds.PhoneNumberInvalid, Messages.PhoneNumberNational(phoneNumber!)),
        IntakeStatus.PhoneNumberInvalid => new(
            ErrorIds.PhoneNumberInvalid, Messages.PhoneNumberInvalid(phoneNumber!) + Messages.OrSkipValidation),
        _ => null,
    };
}
