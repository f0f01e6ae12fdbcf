namespace ContactsPS.Client;

/// <summary>
/// Tells dates and times of day from phone numbers: in countries whose numbers vary in length the digits of most dates are
/// somebody's number. Nobody writes a phone number in the groups of a date, as 24.01.1951.
/// </summary>
internal static class DateText
{
    private const int FirstYear = 1900;
    private const int LastYear = 2099;

    /// <summary>Whether symbols are a date, a time of day, or a date and what follows it with a colon.</summary>
    /// <param name="symbols">See <see cref="NumberSymbols"/>.</param>
    public static bool IsDateOrTime(ReadOnlySpan<byte> symbols)
    {
        int first = ReadGroup(ref symbols, out int firstLength);
        if (symbols.IsEmpty)
        {
            return false;
        }

        byte separator = symbols[0];
        symbols = symbols[1..];
        int second = ReadGroup(ref symbols, out int secondLength);
        if (separator == ':')
        {
            return IsTime(first, firstLength, second, secondLength, symbols);
        }

        if (separator is not ((byte)'.' or (byte)'/' or NumberSymbols.Dash) || secondLength is 0 or > 2
            || symbols.IsEmpty || symbols[0] != separator)
        {
            return false;
        }

        symbols = symbols[1..];
        int third = ReadGroup(ref symbols, out int thirdLength);
        bool isDate = firstLength == 4
            ? IsYear(first) && IsDayAndMonth(second, third) && thirdLength is 1 or 2
            : firstLength is 1 or 2 && IsDayAndMonth(first, second) && (thirdLength == 2 || (thirdLength == 4 && IsYear(third)));
        return isDate && (symbols.IsEmpty || (symbols[0] == NumberSymbols.Blank && symbols.Contains((byte)':')));
    }

    private static bool IsTime(int hour, int hourLength, int minute, int minuteLength, ReadOnlySpan<byte> rest)
    {
        int second = 0;
        int secondLength = 2;
        if (!rest.IsEmpty && rest[0] == ':')
        {
            rest = rest[1..];
            second = ReadGroup(ref rest, out secondLength);
        }

        return rest.IsEmpty && hourLength is 1 or 2 && minuteLength == 2 && secondLength == 2
            && hour < 24 && minute < 60 && second < 60;
    }

    private static bool IsYear(int year) => year is >= FirstYear and <= LastYear;

    /// <summary>Whether two figures are a day and a month, whichever comes first.</summary>
    private static bool IsDayAndMonth(int one, int other) =>
        Math.Min(one, other) is >= 1 and <= 12 && Math.Max(one, other) <= 31;

    /// <summary>Reads the digits that symbols begin with, at most four of them.</summary>
    private static int ReadGroup(ref ReadOnlySpan<byte> symbols, out int length)
    {
        int value = 0;
        length = 0;
        while (length < symbols.Length && length < 4 && NumberSymbols.IsDigit(symbols[length]))
        {
            value = (value * 10) + (symbols[length++] - '0');
        }

        symbols = symbols[length..];
        return value;
    }
}
