using PhoneNumbers;

namespace ContactsPS.Client;

/// <summary>The regions that a default region may be.</summary>
public static class PhoneRegions
{
    /// <summary>The two-letter codes (ISO 3166-1), in alphabetical order.</summary>
    public static IReadOnlyList<string> Codes { get; } =
        [.. PhoneNumberUtil.GetInstance().GetSupportedRegions().Order(StringComparer.Ordinal)];
}
