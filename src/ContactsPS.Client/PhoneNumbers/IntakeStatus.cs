namespace ContactsPS.Client;

/// <summary>What <see cref="PhoneNumberIntake"/> says to a contact.</summary>
public enum IntakeStatus
{
    /// <summary>The contact is open on the batch.</summary>
    Opened,

    /// <summary>Its number was read before.</summary>
    Duplicate,

    /// <summary>It belongs to another share of the file; here it doesn't count.</summary>
    NotMine,

    /// <summary>An earlier run saw it to its end, as the journal says.</summary>
    Settled,

    /// <summary>It has no number.</summary>
    PhoneNumberMissing,

    /// <summary>Its number is a national one, and there is no default region.</summary>
    PhoneNumberNational,

    /// <summary>Its number can't be a phone number.</summary>
    PhoneNumberInvalid,
}
