namespace ContactsPS.Client;

/// <summary>Which contacts a run takes, and how it reads their phone numbers.</summary>
/// <param name="DefaultRegion">
/// The country of national numbers (ISO 3166-1, two letters). Default: null, which means that national numbers are
/// rejected.
/// </param>
/// <param name="SkipValidation">
/// Send numbers as they are written, without leading and trailing white space. Default: false.
/// </param>
/// <param name="SkipDuplicate">Skip a contact whose number was already read. Default: false.</param>
/// <param name="Partition">The partition of the file to read. Default: null, which means the whole file.</param>
/// <param name="Excluded">
/// The numbers that must not be sent. They are in E.164, so they can't be combined with <paramref name="SkipValidation"/>.
/// Default: null, which means none.
/// </param>
/// <param name="MobileOnly">
/// Reject numbers that are known to be no mobile's: those of fixed lines, and of services such as toll-free numbers.
/// Default: false.
/// </param>
public sealed record IntakeOptions(
    string? DefaultRegion = null,
    bool SkipValidation = false,
    bool SkipDuplicate = false,
    Partition? Partition = null,
    ExcludedNumbers? Excluded = null,
    bool MobileOnly = false);
