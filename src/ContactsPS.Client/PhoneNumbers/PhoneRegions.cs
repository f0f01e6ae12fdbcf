using PhoneNumbers;

namespace ContactsPS.Client;

/// <summary>The regions that a default region may be.</summary>
public static class PhoneRegions
{
    /// <summary>The two-letter codes (ISO 3166-1), in alphabetical order.</summary>
    public static IReadOnlyList<string> Codes { get; } =
        [.. PhoneNumberUtil.GetInstance().GetSupportedRegions().Order(StringComparer.Ordinal)];

    /// <summary>Checks the two-letter code of a country.</summary>
    /// <param name="code">The code, in any case.</param>
    /// <returns>The code in capital letters.</returns>
    /// <exception cref="ContactsException">DefaultRegionInvalid. The message names the country that may be meant.</exception>
    public static string Check(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        string region = code.ToUpperInvariant();
        if (PhoneNumberUtil.GetInstance().GetSupportedRegions().Contains(region))
        {
            return region;
        }

        string hint = RegionHint.Find(region) is { } meant ? $" Did you mean {meant}?" : string.Empty;
        throw new ContactsException(ErrorIds.DefaultRegionInvalid, $"'{code}' is not the two-letter code of a country.{hint}");
    }
}
