namespace ContactsPS.Benchmarks;

/// <summary>How the phone numbers of a file are written.</summary>
internal enum PhoneNumberStyle
{
    /// <summary><c>+33612345678</c>, of four countries.</summary>
    E164,

    /// <summary><c>06 12 34 56 78</c>, all French.</summary>
    National,
}
