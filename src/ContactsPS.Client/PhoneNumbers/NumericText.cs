using System.Buffers;

namespace ContactsPS.Client;

/// <summary>
/// Phone numbers that a program treated as numbers. In them, a dot or a comma is a decimal point or a separator of thousands:
/// read as a phone number, the text would give another number.
/// </summary>
internal static class NumericText
{
    /// <summary>What a text of symbols is as a number.</summary>
    internal enum Shape
    {
        /// <summary>Not a number as programs write it, or one whose digits are the same in both readings.</summary>
        None,

        /// <summary>A whole number, with separators of thousands or decimals that are all zeros.</summary>
        Whole,

        /// <summary>A number with decimals that are not all zeros, or with too few digits before them.</summary>
        Fraction,

        /// <summary>A fraction, or else a number with a dot behind the code of a mobile operator: 347.1234567.</summary>
        Dotted,
    }

    /// <summary>With fewer digits before the point, what looks like decimals may be digits of the phone number.</summary>
    private const int FewestDigits = 7;

    private const int DigitsInGroup = 3;

    /// <summary>Fewer digits behind a dot are decimals, and not the rest of a mobile number.</summary>
    private const int FewestBehindDot = 6;

    private static readonly SearchValues<byte> s_mantissa = SearchValues.Create("0123456789.,+"u8);

    /// <summary>Reads the digits of a whole number that was written with separators or decimals: 30.231.250,00.</summary>
    /// <param name="symbols">See <see cref="NumberSymbols"/>.</param>
    /// <param name="digits">Gets the digits of a whole number; as long as <paramref name="symbols"/>.</param>
    /// <param name="count">How many they are.</param>
    public static Shape Read(ReadOnlySpan<byte> symbols, Span<byte> digits, out int count)
    {
        count = 0;
        int point = symbols.LastIndexOfAny((byte)'.', (byte)',');
        ReadOnlySpan<byte> decimals = symbols[(point + 1)..];
        if (point > 0 && !decimals.IsEmpty && !decimals.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && TryReadGroups(symbols[..point], excluded: symbols[point], digits, out count, out bool isGrouped))
        {
            bool isZero = !decimals.ContainsAnyExcept((byte)'0');
            if (count >= FewestDigits || isGrouped)
            {
                return isZero && count >= FewestDigits ? Shape.Whole : Shape.Fraction;
            }

            bool isPrefixed = symbols[0] == '+' || (symbols[0] == '0' && count > 1);
            return isPrefixed ? Shape.None
                : symbols[point] == '.' && count == DigitsInGroup && decimals.Length >= FewestBehindDot ? Shape.Dotted
                : Shape.Fraction;
        }

        // Phone numbers have dots and blanks between their digits as well, but no commas and apostrophes.
        return symbols.ContainsAny((byte)',', NumberSymbols.Quote)
            && TryReadGroups(symbols, excluded: 0, digits, out count, out _) ? Shape.Whole : Shape.None;
    }

    /// <summary>Whether it is a place on the map in decimal degrees: 52.5200, 13.4050.</summary>
    /// <param name="symbols">See <see cref="NumberSymbols"/>.</param>
    public static bool AreCoordinates(ReadOnlySpan<byte> symbols)
    {
        int end = symbols.IndexOfAny(" ,;"u8);
        return end > 0 && IsDegrees(symbols[..end]) && IsDegrees(symbols[end..].TrimStart(" ,;-"u8));
    }

    /// <summary>Whether it is an IPv4 address. 77.123.45.67 and 20.12.34.56 are more likely phone numbers.</summary>
    /// <param name="symbols">See <see cref="NumberSymbols"/>.</param>
    public static bool IsInternetAddress(ReadOnlySpan<byte> symbols)
    {
        const int Parts = 4;
        int parts = 0;
        bool isGroupedAsPhone = true;
        foreach (Range range in symbols.Split((byte)'.'))
        {
            ReadOnlySpan<byte> part = symbols[range];
            if (part.Length is 0 or > DigitsInGroup || part.ContainsAnyExceptInRange((byte)'0', (byte)'9')
                || (part[0] == '0' && part.Length > 1) || (part.Length == DigitsInGroup && part.SequenceCompareTo("255"u8) > 0))
            {
                return false;
            }

            parts++;
            isGroupedAsPhone &= part.Length == 2 || (part.Length == DigitsInGroup && parts == 2);
        }

        return parts == Parts && !isGroupedAsPhone;
    }

    /// <summary>Whether it is a number in scientific notation, 3.36E+10: digits may be lost.</summary>
    /// <param name="symbols">See <see cref="NumberSymbols"/>.</param>
    public static bool IsScientific(ReadOnlySpan<byte> symbols)
    {
        int exponent = symbols.IndexOf((byte)'e');
        if (exponent <= 0 || symbols[..exponent].ContainsAnyExcept(s_mantissa))
        {
            return false;
        }

        ReadOnlySpan<byte> power = symbols[(exponent + 1)..].TrimStart("+-"u8);
        return !power.IsEmpty && !power.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }

    /// <summary>Reads the digits of a JSON number that is a whole one, however it is written: 3.3639985605e10.</summary>
    /// <param name="json">The token, as it stands in the JSON text.</param>
    /// <param name="digits">Gets the number in ASCII digits, without zeros before them.</param>
    /// <param name="length">How many digits they are; 0 where the answer is false.</param>
    /// <returns>False if it is negative, not whole, longer than <paramref name="digits"/>, or not a JSON number.</returns>
    public static bool TryReadJsonNumber(ReadOnlySpan<byte> json, Span<byte> digits, out int length)
    {
        length = 0;
        int exponentAt = json.IndexOfAny((byte)'e', (byte)'E');
        ReadOnlySpan<byte> mantissa = exponentAt < 0 ? json : json[..exponentAt];
        int point = mantissa.IndexOf((byte)'.');
        ReadOnlySpan<byte> whole = point < 0 ? mantissa : mantissa[..point];
        ReadOnlySpan<byte> decimals = point < 0 ? default : mantissa[(point + 1)..];
        if (!TryReadExponent(exponentAt < 0 ? "0"u8 : json[(exponentAt + 1)..], out int exponent)
            || whole.IsEmpty || (whole[0] == '0' && whole.Length > 1) || (point >= 0 && decimals.IsEmpty)
            || whole.ContainsAnyExceptInRange((byte)'0', (byte)'9') || decimals.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        // The number is the digits up to here, filled with zeros. Only zeros may follow.
        int end = whole.Length + exponent;
        int count = 0;
        for (int i = 0; i < Math.Max(end, whole.Length + decimals.Length); i++)
        {
            byte digit = i < whole.Length ? whole[i] : i - whole.Length < decimals.Length ? decimals[i - whole.Length] : (byte)'0';
            if (i >= end ? digit != '0' : (count > 0 || digit != '0') && count == digits.Length)
            {
                return false;
            }

            if (i < end && (count > 0 || digit != '0'))
            {
                digits[count++] = digit;
            }
        }

        if (count == 0 && !digits.IsEmpty)
        {
            digits[count++] = (byte)'0';
        }

        length = count;
        return count > 0;
    }

    /// <summary>Whether it is an angle with decimals, as programs write them: no zeros before it, several decimals.</summary>
    private static bool IsDegrees(ReadOnlySpan<byte> symbols)
    {
        const int FewestDecimals = 3;
        int point = symbols.IndexOf((byte)'.');
        return point is > 0 and <= DigitsInGroup && symbols.Length - point > FewestDecimals
            && !symbols[..point].ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && !symbols[(point + 1)..].ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && (symbols[0] != '0' || point == 1);
    }

    private static bool TryReadExponent(ReadOnlySpan<byte> text, out int exponent)
    {
        // A larger exponent gives more digits than any phone number has.
        const int Most = 1000;
        exponent = 0;
        bool isNegative = !text.IsEmpty && text[0] == '-';
        text = !text.IsEmpty && text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        if (text.IsEmpty || text.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return false;
        }

        foreach (byte digit in text)
        {
            exponent = Math.Min(Most, (exponent * 10) + (digit - '0'));
        }

        exponent = isNegative ? -exponent : exponent;
        return true;
    }

    /// <summary>Reads digits that stand together, or in groups of three with one separator between them.</summary>
    private static bool TryReadGroups(
        ReadOnlySpan<byte> symbols, byte excluded, Span<byte> digits, out int count, out bool isGrouped)
    {
        count = 0;
        isGrouped = false;
        byte separator = 0;
        int inGroup = 0;
        ReadOnlySpan<byte> number = symbols[0] == '+' ? symbols[1..] : symbols;
        foreach (byte symbol in number)
        {
            if (NumberSymbols.IsDigit(symbol))
            {
                digits[count++] = symbol;
                inGroup++;
                continue;
            }

            bool isSeparator = symbol != excluded && symbol is (byte)'.' or (byte)',' or NumberSymbols.Blank or NumberSymbols.Quote;
            bool isPlace = separator == 0 ? inGroup is > 0 and <= DigitsInGroup && number[0] != '0' : symbol == separator && inGroup == DigitsInGroup;
            if (!isSeparator || !isPlace)
            {
                return false;
            }

            separator = symbol;
            isGrouped = true;
            inGroup = 0;
        }

        return count > 0 && (!isGrouped || inGroup == DigitsInGroup);
    }
}
