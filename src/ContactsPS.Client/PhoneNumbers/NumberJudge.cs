using System.Runtime.CompilerServices;
using PhoneNumbers;

namespace ContactsPS.Client;

/// <summary>How the digits of a number begin.</summary>
internal enum NumberForm : byte
{
    /// <summary>With a national number.</summary>
    National,

    /// <summary>With a plus sign, which is not one of the digits.</summary>
    Plus,

    /// <summary>With 00, which is among the digits.</summary>
    DoubleZero,
}

/// <summary>
/// Decides which number digits are, if any. A number that libphonenumber calls valid is taken. If not, the countries that
/// share the national numbers of the default region are asked. If not, a number of a possible length is taken, unless
/// something about it says otherwise: new ranges of a country are in use before libphonenumber knows them.
/// </summary>
internal sealed class NumberJudge
{
    private readonly CallingCodes _codes = CallingCodes.World;
    private readonly RegionRules? _region;
    private readonly NumberingPlan? _plan;

    private readonly bool _usesCompiledRules;

    /// <summary>Makes a judge.</summary>
    /// <param name="region">The region of national numbers, a supported one. Null when there is no region.</param>
    /// <param name="usesCompiledRules">Whether compiled rules are used before libphonenumber. The results are the same.</param>
    public NumberJudge(string? region, bool usesCompiledRules)
    {
        _usesCompiledRules = usesCompiledRules;
        if (region is null)
        {
            return;
        }

        PhoneNumberUtil util = PhoneNumberUtil.GetInstance();
        _plan = _codes.Get(util.GetCountryCodeForRegion(region));
        _region = _plan.Main.Region == region ? _plan.Main : new RegionRules(util.GetMetadataForRegion(region));
    }

    /// <summary>Whether the default region has no prefix before its national numbers: they begin as they are written.</summary>
    public bool HasNoNationalPrefix => _region is { NationalPrefixDigits.Length: 0 };

    /// <summary>Decides which number digits are.</summary>
    /// <param name="form">How they begin.</param>
    /// <param name="digits">ASCII digits.</param>
    /// <param name="reading">The number, where the answer is <see cref="PhoneNumberStatus.Ok"/>.</param>
    [MethodImpl(HotPath.Compiled | MethodImplOptions.NoInlining)]
    public PhoneNumberStatus Decide(NumberForm form, ReadOnlySpan<byte> digits, out Reading reading)
    {
        if (form == NumberForm.National)
        {
            return DecideNational(digits, out reading);
        }

        if (form == NumberForm.Plus)
        {
            reading = ReadInternational(digits, start: 0);
            return reading.IsValid || IsPlausible(reading, digits, hasPrefix: true) ? PhoneNumberStatus.Ok : PhoneNumberStatus.Invalid;
        }

        return DecideDoubleZero(digits, out reading);
    }

    private PhoneNumberStatus DecideDoubleZero(ReadOnlySpan<byte> digits, out Reading reading)
    {
        reading = ReadInternational(digits, start: 2);
        bool isNumber = reading.IsValid || IsPlausible(reading, digits, hasPrefix: true);
        if (isNumber && _region is not null && _region.InternationalPrefix.Measure(digits) is not (0 or 2))
        {
            // 001 65 is Singapore where people dial 001 abroad, and an area code of North America where they dial 00.
            Reading asDialled = LibraryReader.ReadNational(_region.Region, digits);
            if (asDialled.HasCallingCode && asDialled.Certainty >= reading.Certainty && !reading.IsSame(asDialled))
            {
                return PhoneNumberStatus.Ambiguous;
            }
        }

        return isNumber ? PhoneNumberStatus.Ok : PhoneNumberStatus.Invalid;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private PhoneNumberStatus DecideNational(ReadOnlySpan<byte> digits, out Reading reading)
    {
        reading = default;
        if (_region is null)
        {
            return PhoneNumberStatus.NoRegion;
        }

        reading = ReadNational(_plan!, _region, digits);
        if (!reading.HasCallingCode && _plan!.IsCodeBefore(digits))
        {
            return DecideAmbiguous(digits, ref reading);
        }

        return reading.IsValid ? PhoneNumberStatus.Ok : DecideDoubtful(digits, ref reading);
    }

    /// <summary>
    /// Decides national digits that begin like the calling code. It may be that code, its plus lost, or an area code of the
    /// same digits.
    /// </summary>
    private PhoneNumberStatus DecideAmbiguous(ReadOnlySpan<byte> digits, ref Reading reading)
    {
        Reading withCode = ReadInternational(digits, start: 0);
        if (withCode.IsValid)
        {
            if (reading.IsValid && !reading.IsSame(withCode) && !IsMobileRather(withCode, reading))
            {
                return PhoneNumberStatus.Ambiguous;
            }

            reading = withCode;
        }

        return reading.IsValid ? PhoneNumberStatus.Ok : DecideDoubtful(digits, ref reading);
    }

    /// <summary>
    /// Whether digits are a mobile with its code, and not a fixed line that lost its national prefix: in Germany the code is
    /// also the beginning of area codes, and all mobiles in a file that dropped the plus would be rejected.
    /// </summary>
    private bool IsMobileRather(Reading withCode, Reading national) =>
        withCode.Kind == NumberKind.Mobile && national.Kind == NumberKind.FixedLine
            && national.Skip == 0 && !HasNoNationalPrefix;

    /// <summary>Decides a national number that is not valid in the default region.</summary>
    private PhoneNumberStatus DecideDoubtful(ReadOnlySpan<byte> digits, ref Reading reading)
    {
        if (reading.Certainty != Certainty.Possible)
        {
            return PhoneNumberStatus.Invalid;
        }

        if (!reading.HasCallingCode && !reading.IsRewritten)
        {
            PhoneNumberStatus status = DecideShared(digits, ref reading);
            if (status != PhoneNumberStatus.Invalid)
            {
                return status;
            }
        }

        bool hasPrefix = reading.Skip > 0 && !reading.HasCallingCode;
        return IsPlausible(reading, digits, hasPrefix) ? PhoneNumberStatus.Ok : PhoneNumberStatus.Invalid;
    }

    /// <summary>Decides a national number that may be one of a country that shares the plan of the default region.</summary>
    private PhoneNumberStatus DecideShared(ReadOnlySpan<byte> digits, ref Reading reading)
    {
        int own = reading.CallingCode;
        int owner = SharedPlan.FindCallingCode(own, digits[reading.Skip..]);
        if (owner == own)
        {
            return PhoneNumberStatus.Invalid;
        }

        Reading found = default;
        foreach (int code in SharedPlan.CallingCodes)
        {
            if (code != own && (code == owner || owner == SharedPlan.Several))
            {
                NumberingPlan plan = _codes.Get(code);
                Reading there = ReadNational(plan, plan.Main, digits);
                if (there is { IsValid: true, HasCallingCode: false })
                {
                    if (found.IsValid)
                    {
                        return PhoneNumberStatus.Ambiguous;
                    }

                    found = there;
                }
            }
        }

        reading = found.IsValid ? found : reading;
        return found.IsValid ? PhoneNumberStatus.Ok : PhoneNumberStatus.Invalid;
    }

    /// <summary>Whether nothing speaks against a number that is only possible.</summary>
    /// <param name="reading">What was read.</param>
    /// <param name="digits">What it was read from.</param>
    /// <param name="hasPrefix">Whether it is international, or its national prefix is written.</param>
    private bool IsPlausible(Reading reading, ReadOnlySpan<byte> digits, bool hasPrefix)
    {
        if (reading.Certainty != Certainty.Possible || reading.IsRewritten)
        {
            return false;
        }

        RegionRules rules = _codes.Get(reading.CallingCode).Main;
        ReadOnlySpan<byte> national = digits[reading.Skip..];
        byte[] prefix = rules.NationalPrefixDigits;

        // The zero or the prefix of another country, or of this one and a digit is missing.
        if (national[0] == '0' || (prefix.Length > 0 && national.StartsWith(prefix)))
        {
            return false;
        }

        // Texts go to mobiles, so its length is that of one, and it fits the general pattern of the country. Where mobiles
        // vary in length, the prefix that belongs before it may not be missing.
        uint lengths = rules.Lengths.Mobile;
        return NumberLengths.Has(lengths, national.Length)
            && rules.Numbers?.Match(national).IsGeneral == true
            && (hasPrefix || prefix.Length == 0 || uint.IsPow2(lengths))
            && SharedPlan.FindCallingCode(rules.CallingCode, national) == rules.CallingCode;
    }

    /// <param name="digits">ASCII digits.</param>
    /// <param name="start">Where the calling code starts.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Reading ReadInternational(ReadOnlySpan<byte> digits, int start)
    {
        if (_usesCompiledRules)
        {
            NumberingPlan? plan = _codes.Find(digits[start..]);
            Reading reading = plan is null ? new Reading(Certainty.None) : plan.ReadInternational(digits, start);
            if (reading.Certainty != Certainty.Unknown)
            {
                return reading;
            }
        }

        return LibraryReader.ReadInternational(digits, start);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Reading ReadNational(NumberingPlan plan, RegionRules region, ReadOnlySpan<byte> digits)
    {
        if (_usesCompiledRules)
        {
            Reading reading = plan.ReadNational(region, digits);
            if (reading.Certainty != Certainty.Unknown)
            {
                return reading;
            }
        }

        return LibraryReader.ReadNational(region.Region, digits);
    }
}
