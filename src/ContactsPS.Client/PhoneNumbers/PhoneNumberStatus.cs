namespace ContactsPS.Client;

/// <summary>Whether a text is a phone number.</summary>
public enum PhoneNumberStatus
{
    /// <summary>It is, and E.164 was made of it.</summary>
    Ok,

    /// <summary>It is empty or blank.</summary>
    Missing,

    /// <summary>It is written as a national number, and no default region says of which nation.</summary>
    NoRegion,

    /// <summary>It can't be a phone number: not digits, or too few or too many for its country.</summary>
    Invalid,
}
