using System.Runtime.CompilerServices;
using System.Text;
using PhoneNumbers;

namespace ContactsPS.Client;

/// <summary>Reads digits with libphonenumber itself.</summary>
internal static class LibraryReader
{
    /// <summary>Reads the calling code and the national number of an international number.</summary>
    /// <param name="digits">ASCII digits.</param>
    /// <param name="start">Where the calling code starts.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Reading ReadInternational(ReadOnlySpan<byte> digits, int start = 0)
    {
        Reading reading = Read("+" + Encoding.ASCII.GetString(digits[start..]), region: null, digits);

        // libphonenumber adds an area code that is not written. Only in its own country is that right.
        return reading.Certainty != Certainty.None
            && reading.GetNationalLength(digits) > digits.Length - start - CallingCodes.World.Get(reading.CallingCode).CodeDigits.Length
            ? new Reading(Certainty.None) : reading;
    }

    /// <summary>Reads a number as it is written in a region.</summary>
    /// <param name="region">Two letters (ISO 3166-1).</param>
    /// <param name="digits">ASCII digits.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Reading ReadNational(string region, ReadOnlySpan<byte> digits)
        => Read(Encoding.ASCII.GetString(digits), region, digits);

    private static Reading Read(string text, string? region, ReadOnlySpan<byte> digits)
    {
        PhoneNumberUtil util = PhoneNumberUtil.GetInstance();
        PhoneNumber number;
        try
        {
            // The raw form tells what was dropped: a calling code, or the code of a carrier.
            number = util.ParseAndKeepRawInput(text, region);
        }
        catch (NumberParseException)
        {
            return new Reading(Certainty.None);
        }

        string national = util.GetNationalSignificantNumber(number);
        NumberingPlan plan = CallingCodes.World.Get(number.CountryCode);
        int codeLength = plan.CodeDigits.Length;

        // Behind a calling code without a plus libphonenumber drops the national prefix twice.
        bool isPrefixDoubled = number.CountryCodeSource == PhoneNumber.Types.CountryCodeSource.FROM_NUMBER_WITHOUT_PLUS_SIGN
            && digits.Length - national.Length > codeLength + plan.Main.NationalPrefixDigits.Length;
        if (codeLength + national.Length > PhoneNumberNormalizer.MaximumLength - 1
            || number.PreferredDomesticCarrierCode is { Length: > 0 }
            || isPrefixDoubled)
        {
            return new Reading(Certainty.None);
        }

        NumberKind kind = util.IsValidNumber(number) ? ToKind(util.GetNumberType(number)) : NumberKind.None;
        Certainty certainty = kind != NumberKind.None ? Certainty.Valid
            : util.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE ? Certainty.Possible
            : Certainty.None;
        bool hasCallingCode = region is null
            || number.CountryCodeSource != PhoneNumber.Types.CountryCodeSource.FROM_DEFAULT_COUNTRY;
        var reading = new Reading(
            certainty, number.CountryCode, Math.Max(0, digits.Length - national.Length), kind, hasCallingCode);
        return EndsWith(digits, national) ? reading : reading.Rewrite(national);
    }

    private static bool EndsWith(ReadOnlySpan<byte> digits, string national)
        => digits.Length >= national.Length
            && Encoding.ASCII.GetString(digits[^national.Length..]).Equals(national, StringComparison.Ordinal);

    private static NumberKind ToKind(PhoneNumberType type) => type switch
    {
        PhoneNumberType.FIXED_LINE => NumberKind.FixedLine,
        PhoneNumberType.MOBILE => NumberKind.Mobile,
        PhoneNumberType.FIXED_LINE_OR_MOBILE => NumberKind.FixedLineOrMobile,
        PhoneNumberType.VOICEMAIL => NumberKind.Voicemail,
        _ => NumberKind.Other,
    };
}
