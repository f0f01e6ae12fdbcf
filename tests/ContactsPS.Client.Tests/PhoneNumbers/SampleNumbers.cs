using System.Globalization;
using System.Text;
using CsCheck;
using PhoneNumbers;

namespace ContactsPS.Client.Tests;

/// <summary>Numbers to be read: most are near what a country has, because others tell little.</summary>
internal static class SampleNumbers
{
    private static readonly PhoneNumberUtil s_util = PhoneNumberUtil.GetInstance();

    /// <summary>The share of the usual numbers that is tried: 10 is ten times as many, 0.05 is a twentieth.</summary>
    private static readonly double s_share =
        double.TryParse(Environment.GetEnvironmentVariable("CONTACTSPS_TEST_NUMBERS"), CultureInfo.InvariantCulture, out double share) ? share : 1;

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

    /// <summary>How many numbers are tried. CONTACTSPS_TEST_NUMBERS changes it. Default: the usual number.</summary>
    public static int Count(int usual) => Math.Max(1, (int)(usual * s_share));

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
