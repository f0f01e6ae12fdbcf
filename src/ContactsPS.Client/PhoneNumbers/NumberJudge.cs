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
/// Decides which number digits are, if any. A number that libphonenumber calls valid is taken, unless the numbering plan
/// gives it to another country. If not, the countries that share the national numbers of the default region are asked. If
/// not, a number of a possible length is taken, unless something about it says otherwise: new ranges of a country are in use
/// before libphonenumber knows them.
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

    /// <summary>Whether the national numbers of the default region have no prefix.</summary>
    public bool HasNoNationalPrefix => _region is { NationalPrefixDigits.Length: 0 };

    /// <summary>Whether digits are the calling code or the national prefix of the default region.</summary>
    public bool IsPrefix(ReadOnlySpan<byte> digits)
        => _region is not null && (digits.SequenceEqual(_plan!.CodeDigits) || digits.SequenceEqual(_region.NationalPrefixDigits));

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

        return form == NumberForm.Plus ? DecideInternational(digits, start: 0, out reading) : DecideDoubleZero(digits, out reading);
    }

    /// <param name="digits">ASCII digits.</param>
    /// <param name="start">Where the calling code starts.</param>
    /// <param name="reading">The number, where the answer is <see cref="PhoneNumberStatus.Ok"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private PhoneNumberStatus DecideInternational(ReadOnlySpan<byte> digits, int start, out Reading reading)
    {
        reading = ReadInternational(digits, start);
        return IsValidMobile(reading) || IsInternational(reading, digits) || TryReadFormer(digits, start, ref reading)
            ? PhoneNumberStatus.Ok : PhoneNumberStatus.Invalid;
    }

    /// <summary>Whether a number is valid and may be a mobile. Nothing else is asked about these.</summary>
    private static bool IsValidMobile(Reading reading) => reading.Kind is NumberKind.Mobile or NumberKind.FixedLineOrMobile;

    private static bool IsInternational(Reading reading, ReadOnlySpan<byte> digits) => reading.IsValid
        ? DoubtfulNumber.IsOfItsCallingCode(reading, digits)
        : DoubtfulNumber.IsPlausible(reading, digits, hasPrefix: true);

    /// <summary>Decides digits with 00 before the calling code, or with another international prefix that begins like that.</summary>
    private PhoneNumberStatus DecideDoubleZero(ReadOnlySpan<byte> digits, out Reading reading)
    {
        PhoneNumberStatus status = DecideInternational(digits, start: 2, out reading);

        // Nobody writes the 1 of North America twice: 0011 is the international prefix of Australia.
        bool isAustralian = digits.StartsWith("0011"u8);
        Reading asDialled = _region is not null && _region.InternationalPrefix.Measure(digits) is not (0 or 2)
            ? LibraryReader.ReadNational(_region.Region, digits) : default;
        bool isDialled = asDialled.HasCallingCode && (isAustralian ? IsInternational(asDialled, digits) : asDialled.Certainty >= reading.Certainty);
        if (status == PhoneNumberStatus.Ok && isDialled && !reading.IsSame(asDialled))
        {
            // 001 65 is Singapore where people dial 001 abroad, and an area code of North America where they dial 00.
            return PhoneNumberStatus.Ambiguous;
        }

        if (!isAustralian)
        {
            return status;
        }

        reading = asDialled;
        return isDialled ? PhoneNumberStatus.Ok : PhoneNumberStatus.Invalid;
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

        return IsValidMobile(reading) ? PhoneNumberStatus.Ok : DecideDoubtful(digits, ref reading);
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

        return DecideDoubtful(digits, ref reading);
    }

    /// <summary>
    /// Whether digits are a mobile with its code rather than a fixed line that lost its national prefix. In Germany, area codes
    /// begin with the digits of the code: without this, all mobiles of a file that lost the plus would be rejected.
    /// </summary>
    private bool IsMobileRather(Reading withCode, Reading national) =>
        withCode.Kind == NumberKind.Mobile && national.Kind == NumberKind.FixedLine
            && national.Skip == 0 && !HasNoNationalPrefix;

    /// <summary>Decides a national number that is no valid mobile of the default region.</summary>
    private PhoneNumberStatus DecideDoubtful(ReadOnlySpan<byte> digits, ref Reading reading)
    {
        if (reading.Certainty is not (Certainty.Possible or Certainty.Valid))
        {
            bool isFormer = TryReadFormer(_plan!, digits, start: 0, ref reading)
                || (_plan!.IsCodeBefore(digits) && TryReadFormer(_plan, digits, _plan.CodeDigits.Length, ref reading));
            return isFormer ? PhoneNumberStatus.Ok : PhoneNumberStatus.Invalid;
        }

        if (_plan!.IsShared && !reading.HasCallingCode && !reading.IsRewritten && !TryShare(digits, ref reading))
        {
            return PhoneNumberStatus.Ambiguous;
        }

        if (reading.IsValid)
        {
            return DoubtfulNumber.IsOfItsCallingCode(reading, digits) ? PhoneNumberStatus.Ok : PhoneNumberStatus.Invalid;
        }

        // A calling code without a plus may be no code where numbers vary in length.
        bool isCodeDoubtful = reading.HasCallingCode && _plan.IsCodeBefore(digits);
        bool hasPrefix = reading.Skip > 0 && !reading.HasCallingCode;
        return DoubtfulNumber.IsPlausible(reading, digits, hasPrefix, isCodeDoubtful) ? PhoneNumberStatus.Ok : PhoneNumberStatus.Invalid;
    }

    /// <summary>Finds the country of a national number that several countries share.</summary>
    /// <param name="digits">ASCII digits.</param>
    /// <param name="reading">The number in the default region. Gets the number in the country that has it, if another one does.</param>
    /// <returns>False if several countries have the number.</returns>
    private bool TryShare(ReadOnlySpan<byte> digits, ref Reading reading)
    {
        ReadOnlySpan<byte> national = digits[reading.Skip..];
        if (SharedPlan.HasCallingCode(national))
        {
            reading = ReadInternational(digits, reading.Skip);
            return true;
        }

        int own = reading.CallingCode;
        int owner = SharedPlan.FindCallingCode(own, national);
        Reading found = default;
        foreach (int code in SharedPlan.CallingCodes)
        {
            // libphonenumber's rules for the mainland include many numbers of the others, and tell nothing about these.
            bool isCandidate = code == owner || (owner == SharedPlan.Several && !(reading.IsValid && code == SharedPlan.Mainland));
            if (code != own && isCandidate)
            {
                NumberingPlan plan = _codes.Get(code);
                Reading there = ReadNational(plan, plan.Main, digits);
                if (there is { IsValid: true, HasCallingCode: false })
                {
                    if (found.IsValid)
                    {
                        return false;
                    }

                    found = there;
                }
            }
        }

        if (found.IsValid && reading.IsValid && owner == SharedPlan.Several)
        {
            return false;
        }

        reading = found.IsValid ? found : reading;
        return true;
    }

    /// <summary>Reads an international number with a prefix that its country abolished.</summary>
    private bool TryReadFormer(ReadOnlySpan<byte> digits, int start, ref Reading reading)
        => _codes.Find(digits[start..]) is { } plan && TryReadFormer(plan, digits, start + plan.CodeDigits.Length, ref reading);

    /// <summary>Reads a number with a prefix that its country abolished.</summary>
    /// <param name="plan">The plan that the number may be of.</param>
    /// <param name="digits">ASCII digits.</param>
    /// <param name="start">Where the national digits start, behind the calling code. 0 when there is no calling code.</param>
    /// <param name="reading">Gets the number, if it is one.</param>
    private bool TryReadFormer(NumberingPlan plan, ReadOnlySpan<byte> digits, int start, ref Reading reading)
    {
        if (!FormerNumbers.HasPrefix(plan.CallingCode))
        {
            return false;
        }

        int prefix = FormerNumbers.MeasurePrefix(digits[start..], isInternational: start > 0);
        int skip = start + prefix;
        if (prefix == 0 || ReadNational(plan, plan.Main, digits[skip..]) is not { IsValid: true, HasCallingCode: false, Skip: 0 } found)
        {
            return false;
        }

        reading = new Reading(Certainty.Valid, plan.CallingCode, skip, found.Kind, hasCallingCode: start > 0);
        return true;
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
