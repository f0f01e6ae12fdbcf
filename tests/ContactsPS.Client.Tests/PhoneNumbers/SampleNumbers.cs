using System.Text;
using CsCheck;
using PhoneNumbers;

namespace ContactsPS.Client.Tests;

/// <summary>Numbers to be read: most are near what a country has, because others tell little.</summary>
internal static class SampleNumbers
{
    private static readonly PhoneNumberUtil s_util = PhoneNumberUtil.GetInstance();

    /// <summary>The regions that libphonenumber knows.</summary>
    public static string[] Regions { get; } = [.. s_util.GetSupportedRegions().Order(StringComparer.Ordinal)];

    /// <summary>The example numbers of each region.</summary>
    public static Dictionary<string, PhoneNumber[]> ByRegion { get; } = Regions.ToDictionary(
        region => region,
        region => Enum.GetValues<PhoneNumberType>()
            .Select(type => s_util.GetExampleNumberForType(region, type))
            .Where(number => number is not null).ToArray(),
        StringComparer.Ordinal);

    /// <summary>An example number of each calling code of no country.</summary>
    public static PhoneNumber[] OfNoCountry { get; } =
        [.. s_util.GetSupportedGlobalNetworkCallingCodes().Select(s_util.GetExampleNumberForNonGeoEntity)];

    /// <summary>An example number and its region.</summary>
    public static Gen<(string Region, PhoneNumber Number)> Any { get; } =
        Gen.OneOf(ByRegion.SelectMany(pair => pair.Value.Select(number => (pair.Key, number))).ToArray());

    /// <summary>A national number with some of its digits changed, dropped or added.</summary>
    public static string Vary(string national, Random random)
    {
        var digits = new StringBuilder(national);
        for (int changes = random.Next(4); changes > 0 && digits.Length > 1; changes--)
        {
            int at = random.Next(digits.Length);
            char digit = (char)('0' + random.Next(10));
            switch (random.Next(6))
            {
                case 0: digits.Remove(at, 1); break;
                case 1: digits.Insert(at, digit); break;
                default: digits[at] = digit; break;
            }
        }

        return digits.ToString();
    }
}
