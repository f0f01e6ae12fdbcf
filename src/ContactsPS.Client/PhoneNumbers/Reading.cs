using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ContactsPS.Client;

/// <summary>How sure it is that digits are a phone number.</summary>
internal enum Certainty : byte
{
    /// <summary>The compiled rules can't tell. libphonenumber can.</summary>
    Unknown,

    /// <summary>They are not a number.</summary>
    None,

    /// <summary>The length is right for the country (libphonenumber's <c>IsPossibleNumberWithReason</c>).</summary>
    Possible,

    /// <summary>The country has such numbers (libphonenumber's <c>IsValidNumber</c>).</summary>
    Valid,
}

/// <summary>
/// How digits are read as a phone number. The national number begins behind <see cref="Skip"/> digits, unless libphonenumber
/// rewrote it.
/// </summary>
/// <remarks>
/// One is returned for every contact, through several methods. So its fields are packed by hand into two machine words,
/// which stay in registers.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly struct Reading
{
    private const int KindShift = 8;
    private const int HasCallingCodeShift = 16;
    private const int SkipShift = 24;
    private const int RewrittenLengthShift = 32;
    private const int CallingCodeShift = 40;

    private readonly ulong _bits;
    private readonly ulong _rewritten;

    /// <summary>Makes a reading of digits that are no number.</summary>
    public Reading(Certainty certainty)
    {
        _bits = (ulong)certainty;
    }

    /// <summary>Makes a reading of a number.</summary>
    /// <param name="certainty">How sure it is.</param>
    /// <param name="callingCode">Its calling code.</param>
    /// <param name="skip">How many of the digits stand before the national number and are no part of it.</param>
    /// <param name="kind">What a valid number is for.</param>
    /// <param name="hasCallingCode">Whether a calling code, or a prefix to dial abroad, is among the digits before it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Reading(Certainty certainty, int callingCode, int skip, NumberKind kind, bool hasCallingCode)
    {
        _bits = (ulong)certainty | ((ulong)kind << KindShift) | ((hasCallingCode ? 1ul : 0) << HasCallingCodeShift)
            | ((ulong)skip << SkipShift) | ((ulong)callingCode << CallingCodeShift);
    }

    private Reading(ulong bits, ulong rewritten)
    {
        _bits = bits;
        _rewritten = rewritten;
    }

    /// <summary>How sure it is that it is a number.</summary>
    public Certainty Certainty => (Certainty)(byte)_bits;

    /// <summary>What a valid number is for.</summary>
    public NumberKind Kind => (NumberKind)(byte)(_bits >> KindShift);

    /// <summary>Whether a calling code, or a prefix to dial abroad, is among the digits before the national number.</summary>
    public bool HasCallingCode => (byte)(_bits >> HasCallingCodeShift) != 0;

    /// <summary>How many of the digits stand before the national number and are not part of it.</summary>
    public int Skip => (byte)(_bits >> SkipShift);

    /// <summary>Its calling code.</summary>
    public int CallingCode => (int)(_bits >> CallingCodeShift);

    /// <summary>Whether it is a valid number.</summary>
    public bool IsValid => Certainty == Certainty.Valid;

    /// <summary>Whether libphonenumber rewrote the national number.</summary>
    public bool IsRewritten => RewrittenLength > 0;

    private int RewrittenLength => (byte)(_bits >> RewrittenLengthShift);

    /// <summary>The same reading of a number that libphonenumber rewrote.</summary>
    public Reading Rewrite(string national) => new(
        _bits | ((ulong)national.Length << RewrittenLengthShift),
        ulong.Parse(national, NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>Whether another reading of the same digits is the same number.</summary>
    public bool IsSame(Reading other)
        => CallingCode == other.CallingCode && RewrittenLength == other.RewrittenLength && _rewritten == other._rewritten
            && (IsRewritten || Skip == other.Skip);

    /// <summary>How many digits the national number has.</summary>
    /// <param name="digits">What was read.</param>
    public int GetNationalLength(ReadOnlySpan<byte> digits) => IsRewritten ? RewrittenLength : digits.Length - Skip;

    /// <summary>Writes the number in E.164.</summary>
    /// <param name="digits">What was read.</param>
    /// <param name="destination">Gets the number; at least <see cref="PhoneNumberNormalizer.MaximumLength"/> long.</param>
    /// <returns>Its length.</returns>
    [MethodImpl(HotPath.Compiled | MethodImplOptions.NoInlining)]
    public int Write(ReadOnlySpan<byte> digits, Span<byte> destination)
    {
        destination[0] = (byte)'+';
        int length = 1;
        foreach (byte digit in CallingCodes.World.Get(CallingCode).CodeDigits)
        {
            destination[length++] = digit;
        }

        if (IsRewritten)
        {
            return length + WriteRewritten(destination[length..]);
        }

        foreach (byte digit in digits[Skip..])
        {
            destination[length++] = digit;
        }

        return length;
    }

    private int WriteRewritten(Span<byte> destination)
    {
        ulong rest = _rewritten;
        for (int i = RewrittenLength - 1; i >= 0; i--)
        {
            destination[i] = (byte)('0' + (rest % 10));
            rest /= 10;
        }

        return RewrittenLength;
    }
}
