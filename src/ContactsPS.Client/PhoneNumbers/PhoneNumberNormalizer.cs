using System.Runtime.CompilerServices;
using System.Text;
using PhoneNumbers;

namespace ContactsPS.Client;

/// <summary>
/// Converts phone numbers as people write them to E.164 (<c>+33612345678</c>): with blanks, dots, dashes, brackets, a leading
/// 00, labels before them, and national numbers if there is a default region. The result is the number that is written: one
/// that libphonenumber calls valid, or one of a possible length without anything that speaks against it. Everything else is
/// refused. See docs/phone-numbers.md.
/// </summary>
public sealed class PhoneNumberNormalizer
{
    /// <summary>The longest result: a plus and 15 digits (E.164).</summary>
    public const int MaximumLength = 16;

    /// <summary>Longer texts are read by <see cref="NumberText"/> only.</summary>
    private const int UsualLength = 32;

    private readonly NumberJudge _judge;
    private readonly NumberText _text;
    private readonly bool _isQuick;

    /// <summary>Makes a normaliser.</summary>
    /// <param name="defaultRegion">
    /// The two letters (ISO 3166-1) of the country that national numbers belong to, in upper or lower case. Null: national
    /// numbers are refused.
    /// </param>
    /// <exception cref="ContactsException">DefaultRegionInvalid.</exception>
    public PhoneNumberNormalizer(string? defaultRegion)
        : this(defaultRegion, isQuick: true)
    {
    }

    /// <summary>Makes a normaliser with or without the quick path, so that tests can compare both.</summary>
    internal PhoneNumberNormalizer(string? defaultRegion, bool isQuick)
    {
        string? region = defaultRegion?.ToUpperInvariant();
        if (region is not null && !PhoneNumberUtil.GetInstance().GetSupportedRegions().Contains(region))
        {
            string hint = RegionHint.Find(region) is { } meant ? $" Did you mean {meant}?" : string.Empty;
            throw new ContactsException(
                ErrorIds.DefaultRegionInvalid, $"'{defaultRegion}' is not the two-letter code of a country.{hint}");
        }

        _isQuick = isQuick;
        _judge = new NumberJudge(region, usesCompiledRules: isQuick);
        _text = new NumberText(_judge);
    }

    /// <summary>Converts a text to E.164.</summary>
    /// <param name="text">The number as it was written.</param>
    /// <param name="destination">Gets the result; at least <see cref="MaximumLength"/> long.</param>
    /// <param name="length">The length of the result. 0 when there is no result.</param>
    public PhoneNumberStatus Normalize(ReadOnlySpan<char> text, Span<char> destination, out int length)
        => Normalize(text, destination, out length, out _);

    /// <summary>Converts a text in UTF-8 to E.164.</summary>
    /// <param name="utf8">The number as it was written.</param>
    /// <param name="destination">Gets the result in ASCII; at least <see cref="MaximumLength"/> long.</param>
    /// <param name="length">The length of the result. 0 when there is no result.</param>
    public PhoneNumberStatus Normalize(ReadOnlySpan<byte> utf8, Span<byte> destination, out int length)
        => Normalize(utf8, destination, out length, out _);

    /// <summary>Converts a text to E.164.</summary>
    /// <param name="text">The number as it was written.</param>
    /// <param name="destination">Gets the result; at least <see cref="MaximumLength"/> long.</param>
    /// <param name="length">The length of the result. 0 when there is no result.</param>
    /// <param name="kind">What the number is for; <see cref="NumberKind.None"/> where that isn't known.</param>
    [MethodImpl(HotPath.Compiled)]
    internal PhoneNumberStatus Normalize(ReadOnlySpan<char> text, Span<char> destination, out int length, out NumberKind kind)
    {
        var ascii = default(AsciiBuffer);
        var buffer = default(AsciiBuffer);
        Span<byte> result = buffer;
        if (!TryNarrow(text, ascii) || !TryNormalize(((ReadOnlySpan<byte>)ascii)[..text.Length], result, out PhoneNumberStatus status, out length, out kind))
        {
            status = _text.Read(text, result, out length, out kind);
        }

        for (int i = 0; i < length; i++)
        {
            destination[i] = (char)result[i];
        }

        return status;
    }

    /// <summary>Converts a text in UTF-8 to E.164.</summary>
    /// <param name="utf8">The number as it was written.</param>
    /// <param name="destination">Gets the result in ASCII; at least <see cref="MaximumLength"/> long.</param>
    /// <param name="length">The length of the result. 0 when there is no result.</param>
    /// <param name="kind">What the number is for; <see cref="NumberKind.None"/> where that isn't known.</param>
    [MethodImpl(HotPath.Compiled)]
    internal PhoneNumberStatus Normalize(ReadOnlySpan<byte> utf8, Span<byte> destination, out int length, out NumberKind kind)
        => TryNormalize(utf8, destination, out PhoneNumberStatus status, out length, out kind)
            ? status : ReadText(utf8, destination, out length, out kind);

    /// <summary>Copies a text of ASCII characters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryNarrow(ReadOnlySpan<char> text, Span<byte> ascii)
    {
        if (text.Length > ascii.Length)
        {
            return false;
        }

        int all = 0;
        for (int i = 0; i < text.Length; i++)
        {
            all |= text[i];
            ascii[i] = (byte)text[i];
        }

        return all <= 0x7F;
    }

    [MethodImpl(HotPath.Compiled)]
    private bool TryNormalize(
        ReadOnlySpan<byte> text, Span<byte> destination, out PhoneNumberStatus status, out int length, out NumberKind kind)
    {
        length = 0;
        kind = NumberKind.None;
        status = PhoneNumberStatus.Invalid;
        if (!_isQuick)
        {
            return false;
        }

        if (DigitScan.TryReadCompact(text, out ReadOnlySpan<byte> digits, out NumberForm form))
        {
            status = _judge.Decide(form, digits, out Reading reading);
            length = status == PhoneNumberStatus.Ok ? reading.Write(digits, destination) : 0;
            kind = reading.Kind;
            return status != PhoneNumberStatus.Invalid;
        }

        return TryNormalizeMarked(text, destination, out status, out length, out kind);
    }

    /// <summary>Normalises a text with marks between its digits.</summary>
    [MethodImpl(HotPath.Compiled | MethodImplOptions.NoInlining)]
    private bool TryNormalizeMarked(
        ReadOnlySpan<byte> text, Span<byte> destination, out PhoneNumberStatus status, out int length, out NumberKind kind)
    {
        length = 0;
        kind = NumberKind.None;
        status = PhoneNumberStatus.Invalid;
        var buffer = default(DigitScan.Buffer);
        Span<byte> digits = buffer;
        if (!DigitScan.TryRead(text, digits, out int count, out NumberForm form))
        {
            return false;
        }

        digits = digits[..count];
        status = _judge.Decide(form, digits, out Reading reading);
        length = status == PhoneNumberStatus.Ok ? reading.Write(digits, destination) : 0;
        kind = reading.Kind;

        // What is no valid number may still be two, which the marks show.
        return status != PhoneNumberStatus.Invalid && (status != PhoneNumberStatus.Ok || reading.IsValid);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private PhoneNumberStatus ReadText(ReadOnlySpan<byte> utf8, Span<byte> destination, out int length, out NumberKind kind)
        => _text.Read(Encoding.UTF8.GetString(utf8), destination, out length, out kind);

    /// <summary>Room for a number as it is usually written.</summary>
    [InlineArray(UsualLength)]
    private struct AsciiBuffer
    {
        private byte _first;
    }
}
