using System.Globalization;
using PhoneNumbers;

namespace ContactsPS.Client;

/// <summary>Finds the country that is meant by a text which is not its two-letter code.</summary>
internal static class RegionHint
{
    /// <summary>
    /// Finds the code of a country by another code that is in use (UK, EL), its calling code, its three letters, its name in
    /// English or in its own languages, or the name of a culture.
    /// </summary>
    /// <returns>The two letters (ISO 3166-1); null where none is found.</returns>
    public static string? Find(string text)
    {
        string meant = text.Trim();
        string? region = meant.ToUpperInvariant() switch
        {
            "UK" => "GB",
            "EL" => "GR",
            _ => FindByCallingCode(meant.TrimStart('+')) ?? FindByName(meant),
        };
        return region is not null && PhoneNumberUtil.GetInstance().GetSupportedRegions().Contains(region) ? region : null;
    }

    private static string? FindByCallingCode(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int code)
            ? PhoneNumberUtil.GetInstance().GetRegionCodeForCountryCode(code) : null;

    private static string? FindByName(string name)
    {
        CompareInfo compare = CultureInfo.InvariantCulture.CompareInfo;
        foreach (CultureInfo culture in CultureInfo.GetCultures(CultureTypes.SpecificCultures))
        {
            var region = new RegionInfo(culture.Name);
            string[] names = [region.ThreeLetterISORegionName, region.EnglishName, region.NativeName, culture.Name];
            if (names.Any(known => compare.Compare(known, name, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) == 0))
            {
                return region.TwoLetterISORegionName;
            }
        }

        return null;
    }
}
