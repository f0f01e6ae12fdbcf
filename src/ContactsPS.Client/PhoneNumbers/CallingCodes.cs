using System.Runtime.CompilerServices;
using PhoneNumbers;

namespace ContactsPS.Client;

/// <summary>
/// Which lengths a number of each country can have: libphonenumber's answer, asked once for each country and length,
/// because for a number that doesn't begin with its country's trunk prefix it depends on nothing else.
/// </summary>
internal static class CallingCodes
{
    private const int MaximumDigits = 15;

    /// <summary>Two bits for each length of a calling code's numbers: asked, and possible.</summary>
    private static readonly uint[] s_possible = new uint[1000];

    /// <summary>The trunk prefix of each calling code; null where nobody has asked for it.</summary>
    private static readonly TrunkPrefix?[] s_trunkPrefixes = new TrunkPrefix?[1000];

    /// <summary>Which calling codes there are.</summary>
    private static readonly bool[] s_exists = FindCodes();

    /// <summary>Whether digits can be a number, as they are.</summary>
    /// <param name="digits">The calling code and the national number, at most 15 ASCII digits.</param>
    /// <returns>
    /// False also where that can't be told from the digits alone: the first one behind the calling code may be a trunk
    /// prefix, which doesn't belong into E.164.
    /// </returns>
    [MethodImpl(HotPath.Compiled)]
    public static bool IsPossible(ReadOnlySpan<char> digits)
    {
        int codeLength = FindCallingCode(digits, out int code);
        int nationalLength = digits.Length - codeLength;
        if (codeLength == 0 || nationalLength == 0 || GetTrunkPrefix(code).BeginsNumber(digits[codeLength..]))
        {
            return false;
        }

        uint asked = 1u << (nationalLength * 2);
        uint possible = asked << 1;
        uint known = Volatile.Read(ref s_possible[code]);
        if ((known & asked) == 0)
        {
            known = asked | (Ask(code, nationalLength) ? possible : 0);
            Interlocked.Or(ref s_possible[code], known);
        }

        return (known & possible) != 0;
    }

    /// <summary>Whether a zero that is dialled only inside the country stands behind the calling code.</summary>
    /// <param name="digits">The calling code and the national number, ASCII digits.</param>
    public static bool KeepsTrunkZero(ReadOnlySpan<char> digits)
    {
        int codeLength = FindCallingCode(digits, out int code);
        return codeLength > 0 && codeLength < digits.Length
            && digits[codeLength] == '0' && GetTrunkPrefix(code).Digit == '0';
    }

    /// <summary>Calling codes are prefix-free, of one to three digits, and none begins with a zero (ITU-T E.164).</summary>
    [MethodImpl(HotPath.Compiled)]
    private static int FindCallingCode(ReadOnlySpan<char> digits, out int code)
    {
        code = 0;
        for (int i = 0; i < Math.Min(3, digits.Length); i++)
        {
            code = (code * 10) + (digits[i] - '0');
            if (code == 0)
            {
                break;
            }

            if (s_exists[code])
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static bool Ask(int code, int nationalLength)
    {
        ulong smallest = 1;
        for (int i = 1; i < nationalLength; i++)
        {
            smallest *= 10;
        }

        return nationalLength <= MaximumDigits && PhoneNumberUtil.GetInstance().IsPossibleNumberWithReason(
            new PhoneNumber.Builder().SetCountryCode(code).SetNationalNumber(smallest).Build()) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE;
    }

    private static bool[] FindCodes()
    {
        var exists = new bool[1000];
        foreach (int code in PhoneNumberUtil.GetInstance().GetSupportedCallingCodes())
        {
            exists[code] = true;
        }

        return exists;
    }

    /// <summary>Read when it is asked for: libphonenumber loads what it knows of a country then, and most files are of few.</summary>
    private static TrunkPrefix GetTrunkPrefix(int code)
    {
        if (Volatile.Read(ref s_trunkPrefixes[code]) is { } known)
        {
            return known;
        }

        PhoneNumberUtil util = PhoneNumberUtil.GetInstance();
        string region = util.GetRegionCodeForCountryCode(code);
        PhoneMetadata metadata = region == PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY
            ? util.GetMetadataForNonGeographicalRegion(code) : util.GetMetadataForRegion(region);
        var found = new TrunkPrefix(metadata.NationalPrefixForParsing);
        Volatile.Write(ref s_trunkPrefixes[code], found);
        return found;
    }
}
