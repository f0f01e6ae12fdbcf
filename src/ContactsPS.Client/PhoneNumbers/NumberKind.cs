namespace ContactsPS.Client;

/// <summary>What a valid phone number is for. Some countries can't tell a mobile from a fixed line.</summary>
internal enum NumberKind : byte
{
    /// <summary>It is no valid number.</summary>
    None,

    /// <summary>A fixed line.</summary>
    FixedLine,

    /// <summary>A mobile.</summary>
    Mobile,

    /// <summary>A fixed line or a mobile: their numbers look alike, as in North America.</summary>
    FixedLineOrMobile,

    /// <summary>A number for anything else: toll-free, premium rate, voice over IP, pagers.</summary>
    Other,

    /// <summary>
    /// The voicemail of a mobile, which has the digits of the mobile and one or two more. Nobody receives a text there, and
    /// the digits that are too many are more likely an error.
    /// </summary>
    Voicemail,
}
