using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using PhoneNumbers;

namespace ContactsPS.Client;

/// <summary>
/// The numbers of a calling code, which may be those of several regions. Reads digits as libphonenumber does, with rules
/// compiled from its metadata. The result is <see cref="Certainty.Unknown"/> for what the rules don't cover. They are compiled
/// when they are first needed, because most files have numbers of few countries.
/// </summary>
internal sealed class NumberingPlan
{
    /// <summary>libphonenumber accepts no number with fewer digits.</summary>
    private const int FewestDigits = 2;

    /// <summary>E.164.</summary>
    private const int MostDigits = PhoneNumberNormalizer.MaximumLength - 1;

    private readonly IReadOnlyList<string> _regions;
    private readonly int _mostNationalDigits;

    /// <summary>The numbers of the other regions, several regions in each element; null until a number needs them.</summary>
    private RegionNumbers?[]? _others;

    /// <summary>Makes the numbering plan of an existing calling code.</summary>
    public NumberingPlan(int callingCode)
    {
        PhoneNumberUtil util = PhoneNumberUtil.GetInstance();
        CallingCode = callingCode;
        CodeDigits = Encoding.ASCII.GetBytes(callingCode.ToString(CultureInfo.InvariantCulture));
        _mostNationalDigits = MostDigits - CodeDigits.Length;
        _regions = util.GetRegionCodesForCountryCode(callingCode);
        PhoneMetadata main = _regions[0] == PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY
            ? util.GetMetadataForNonGeographicalRegion(callingCode) : util.GetMetadataForRegion(_regions[0]);
        Main = new RegionRules(main);
        IsShared = SharedPlan.CallingCodes.Contains(callingCode);
    }

    /// <summary>The calling code.</summary>
    public int CallingCode { get; }

    /// <summary>The calling code in ASCII digits.</summary>
    public byte[] CodeDigits { get; }

    /// <summary>The rules of its main region: international numbers are read by them.</summary>
    public RegionRules Main { get; }

    /// <summary>Whether other calling codes share its national numbers (<see cref="SharedPlan"/>).</summary>
    public bool IsShared { get; }

    /// <summary>Whether digits begin with the calling code.</summary>
    public bool IsCodeBefore(ReadOnlySpan<byte> digits) => digits[0] == CodeDigits[0] && digits.StartsWith(CodeDigits);

    /// <summary>Reads an international number.</summary>
    /// <param name="digits">ASCII digits.</param>
    /// <param name="start">Where the calling code starts.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Reading ReadInternational(ReadOnlySpan<byte> digits, int start = 0) => Read(Main, digits, start + CodeDigits.Length);

    /// <summary>Reads a number as it is written in a region of the plan.</summary>
    /// <param name="region">The region.</param>
    /// <param name="digits">ASCII digits: a national number, maybe with the national prefix; at least one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Reading ReadNational(RegionRules region, ReadOnlySpan<byte> digits)
    {
        if (region.InternationalPrefix.Measure(digits) != 0)
        {
            return default;
        }

        return IsCodeBefore(digits) ? ReadWithCode(region, digits) : Read(region, digits, start: 0);
    }

    /// <summary>
    /// Reads national digits that begin like the calling code. libphonenumber takes it for one where only what remains
    /// matches the general pattern of the region, or where there are too many digits.
    /// </summary>
    private Reading ReadWithCode(RegionRules region, ReadOnlySpan<byte> digits)
    {
        ReadOnlySpan<byte> rest = digits[CodeDigits.Length..];
        if (region.Numbers is not { } numbers || digits.Length > NumberLengths.Longest || region.NationalPrefix.Measure(rest) != 0)
        {
            return default;
        }

        bool isCode = region.Lengths.IsTooLong(digits.Length) || (!numbers.Match(digits).IsGeneral && numbers.Match(rest).IsGeneral);
        return isCode ? ReadInternational(digits) : Read(region, digits, start: 0);
    }

    /// <param name="region">By whose rules.</param>
    /// <param name="digits">ASCII digits.</param>
    /// <param name="start">Where the national digits start, behind the calling code; 0: there is none.</param>
    [MethodImpl(HotPath.Compiled)]
    private Reading Read(RegionRules region, ReadOnlySpan<byte> digits, int start)
    {
        int prefix = region.NationalPrefix.Measure(digits[start..]);
        RegionNumbers? numbers = region.Numbers;
        if (prefix == DialPrefix.Unknown || numbers is null)
        {
            return default;
        }

        // Most are valid numbers of the main region, and what is valid without the prefix has it dropped.
        int skip = start + prefix;
        int length = digits.Length - skip;
        if (region == Main && length >= FewestDigits && length <= _mostNationalDigits)
        {
            NumberAnswer answer = numbers.Match(digits[skip..]);
            if (answer.Kind != NumberKind.None)
            {
                return new Reading(Certainty.Valid, CallingCode, skip, answer.Kind, hasCallingCode: start > 0);
            }
        }

        return ReadThoroughly(region, numbers, digits, start, prefix);
    }

    private Reading ReadThoroughly(RegionRules region, RegionNumbers numbers, ReadOnlySpan<byte> digits, int start, int prefix)
    {
        ReadOnlySpan<byte> national = digits[start..];
        if (national.Length is < FewestDigits or > NumberLengths.Longest)
        {
            return new Reading(Certainty.None);
        }

        // The prefix is dropped unless that would make no number of what is one, or one of an impossible length.
        if (prefix > 0 && region.Lengths.AllowsPrefix(national.Length - prefix)
            && (numbers.Match(national[prefix..]).IsGeneral || !numbers.Match(national).IsGeneral))
        {
            national = national[prefix..];
        }

        if (national.Length < FewestDigits || national.Length > _mostNationalDigits)
        {
            return new Reading(Certainty.None);
        }

        if (Main.Numbers is not { } main)
        {
            return default;
        }

        NumberAnswer answer = main.Match(national);
        if (!answer.IsDecided && _regions.Count > 1 && !TryAskOthers(national, ref answer))
        {
            return default;
        }

        Certainty certainty = answer.Kind != NumberKind.None ? Certainty.Valid
            : NumberLengths.Has(Main.Lengths.All, national.Length) ? Certainty.Possible
            : Certainty.None;
        return new Reading(certainty, CallingCode, digits.Length - national.Length, answer.Kind, hasCallingCode: start > 0);
    }

    private bool TryAskOthers(ReadOnlySpan<byte> national, ref NumberAnswer answer)
    {
        foreach (RegionNumbers? numbers in _others ??= CompileOthers())
        {
            if (numbers is null)
            {
                return false;
            }

            answer = numbers.Match(national);
            if (answer.IsDecided)
            {
                return true;
            }
        }

        return true;
    }

    private RegionNumbers?[] CompileOthers()
    {
        PhoneNumberUtil util = PhoneNumberUtil.GetInstance();
        PhoneMetadata[] regions = [.. _regions.Select(util.GetMetadataForRegion)];
        List<RegionNumbers?> numbers = [];
        for (int next = 1; next < regions.Length;)
        {
            numbers.Add(RegionNumbers.Compile(regions, ref next));
            if (numbers[^1] is null)
            {
                break;
            }
        }

        return [.. numbers];
    }
}
