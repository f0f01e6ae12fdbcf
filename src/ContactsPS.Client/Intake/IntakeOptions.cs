namespace ContactsPS.Client;

/// <summary>Which contacts a run takes, and how it reads their phone numbers.</summary>
/// <param name="DefaultRegion">
/// The country that national numbers belong to (ISO 3166-1, two letters). Default: null, national numbers are rejected.
/// </param>
/// <param name="SkipValidation">Send numbers as they are written, without the blanks around them. Default: false.</param>
/// <param name="SkipDuplicate">Leave out a contact whose number was read before. Default: false.</param>
/// <param name="Partition">The partition of the file to take. Default: null, all of it.</param>
public sealed record IntakeOptions(
    string? DefaultRegion = null, bool SkipValidation = false, bool SkipDuplicate = false, Partition? Partition = null);
