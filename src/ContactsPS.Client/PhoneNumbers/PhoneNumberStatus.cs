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

    /// <summary>Its digits are no phone number: too few, too many, or none that its country has.</summary>
    Invalid,

    /// <summary>It is more than one number.</summary>
    Several,

    /// <summary>It has letters or signs that may be digits, or say something about the number that isn't known.</summary>
    Unreadable,

    /// <summary>It is in scientific notation or has decimals: a program took it for a number, and digits may be lost.</summary>
    Calculated,

    /// <summary>It is a date or a time of day.</summary>
    Date,

    /// <summary>Its digits are two numbers, depending on how they are read: with or without a calling code.</summary>
    Ambiguous,

    /// <summary>It is a number that is known to be no mobile's, and only those of mobiles are asked for.</summary>
    NotMobile,
}
