using PhoneNumbers;

namespace ContactsPS.Client;

/// <summary>
/// Which lengths a number of each country can have: libphonenumber's answer, asked once for each country and length,
/// because for a number without a trunk prefix it depends on nothing else.
/// </summary>
internal static class CallingCodes
{
    private const int MaximumDigits = 15;

    /// <summary>Two bits for each length of a calling code's numbers: asked, and possible.</summary>
    private static readonly uint[] s_possible = new uint[1000];

    private static readonly Lazy<bool[]> s_isCallingCode = new(FindCallingCodes);

    /// <summary>Whether digits can be a number.</summary>
    /// <param name="digits">The calling code and the national number, 1 to 15 ASCII digits.</param>
    /// <returns>
    /// False also where the digits alone don't tell: behind the calling code stands a 0, which is a trunk prefix in one
    /// country and part of the number in another.
    /// </returns>
    public static bool IsPossible(ReadOnlySpan<char> digits)
    {
        int codeLength = FindCallingCode(digits, out int code);
        int nationalLength = digits.Length - codeLength;
        if (codeLength == 0 || nationalLength == 0 || digits[codeLength] == '0')
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

    /// <summary>Calling codes are prefix-free, of one to three digits (ITU-T E.164).</summary>
    private static int FindCallingCode(ReadOnlySpan<char> digits, out int code)
    {
        code = 0;
        for (int i = 0; i < Math.Min(3, digits.Length); i++)
        {
            code = (code * 10) + (digits[i] - '0');
            if (s_isCallingCode.Value[code])
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

        return nationalLength <= MaximumDigits && PhoneNumberUtil.GetInstance().IsPossibleNumber(
            new PhoneNumber.Builder().SetCountryCode(code).SetNationalNumber(smallest).Build());
    }

    private static bool[] FindCallingCodes()
    {
        var codes = new bool[1000];
        foreach (int code in PhoneNumberUtil.GetInstance().GetSupportedCallingCodes())
        {
            codes[code] = true;
        }

        return codes;
    }
}
