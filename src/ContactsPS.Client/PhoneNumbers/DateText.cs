using System.Runtime.InteropServices;

namespace ContactsPS.Client;

/// <summary>
/// Tells dates and times of day from phone numbers: in countries whose numbers vary in length the digits of most dates are
/// somebody's number. Nobody writes a phone number in the groups of a date, as 24.01.1951.
/// </summary>
internal static class DateText
{
    private const int FirstYear = 1900;
    private const int LastYear = 2099;
    private const int DigitsOfYear = 4;

    private static ReadOnlySpan<byte> Colon => ":"u8;

    /// <summary>Whether symbols begin with a date or a time of day and have no groups of a phone number behind it.</summary>
    /// <param name="symbols">See <see cref="NumberSymbols"/>.</param>
    public static bool IsDateOrTime(ReadOnlySpan<byte> symbols)
    {
        symbols = symbols.Trim("()"u8);
        ReadOnlySpan<byte> rest = symbols;
        return (ReadGroup(ref rest).IsYear && rest.IsEmpty) || BeginsWithDateOrTime(symbols);
    }

    private static bool BeginsWithDateOrTime(ReadOnlySpan<byte> symbols)
    {
        Group first = ReadGroup(ref symbols);
        if (symbols.StartsWith(Colon))
        {
            return IsTime(first, symbols[1..]);
        }

        byte separator = ReadSeparator(ref symbols);
        Group second = ReadGroup(ref symbols);
        return symbols.IsEmpty ? AreYears(first, second, separator) : IsDate(first, second, separator, symbols);
    }

    private static bool IsTime(Group hour, ReadOnlySpan<byte> rest)
    {
        bool isTime = IsHour(hour) && IsMinute(ReadGroup(ref rest));
        if (isTime && rest.StartsWith(Colon))
        {
            rest = rest[1..];
            isTime = IsMinute(ReadGroup(ref rest));
        }

        // More groups with colons are no time.
        return isTime && !rest.StartsWith(Colon);
    }

    private static bool IsHour(Group group) => group is { Length: 1 or 2, Value: < 24 };

    private static bool IsMinute(Group group) => group is { Length: 2, Value: < 60 };

    /// <summary>Whether two groups are a month and a year, or the first and the last of some years.</summary>
    private static bool AreYears(Group one, Group other, byte separator)
    {
        bool areYears = one.IsYear && other.IsYear && separator != '.' && other.Value > one.Value;
        return separator != NumberSymbols.Blank && (areYears || (one.IsYear && other.IsMonth) || (one.IsMonth && other.IsYear));
    }

    private static bool IsDate(Group first, Group second, byte separator, ReadOnlySpan<byte> rest)
    {
        byte next = ReadSeparator(ref rest);
        Group third = ReadGroup(ref rest);
        if (separator == '.' && next == NumberSymbols.Dash)
        {
            // 20.30-22.00
            return IsHour(first) && IsMinute(second) && IsHour(third)
                && ReadSeparator(ref rest) == '.' && IsMinute(ReadGroup(ref rest)) && rest.IsEmpty;
        }

        if (next != separator || !(first.IsYear ? IsDayAndMonth(second, third) : IsDayAndMonth(first, second)))
        {
            return false;
        }

        if (!first.IsYear && !third.IsYear)
        {
            // With a year of two digits it may be the beginning of a phone number.
            return third.Length == 2 && separator != NumberSymbols.Blank && (rest.IsEmpty || IsTimeOrDateBehind(rest));
        }

        if (rest.IsEmpty || IsTimeOrDateBehind(rest))
        {
            return true;
        }

        // More digits behind a mark are those of a phone number. Dates of some languages end with a dot, and a span that has
        // no end with a dash.
        return rest[0] switch
        {
            NumberSymbols.Blank => separator is (byte)'.' or (byte)'/',
            (byte)'.' or (byte)'/' or NumberSymbols.Dash => rest.Length == 1,
            _ => true,
        };
    }

    private static bool IsTimeOrDateBehind(ReadOnlySpan<byte> rest)
        => (rest[0] == NumberSymbols.Blank && rest.Contains((byte)':')) || BeginsWithDateOrTime(rest.TrimStart(" -/"u8));

    /// <summary>Whether two figures are a day and a month, whichever comes first.</summary>
    private static bool IsDayAndMonth(Group one, Group other) =>
        one.Length is 1 or 2 && other.Length is 1 or 2
            && Math.Min(one.Value, other.Value) is >= 1 and <= 12 && Math.Max(one.Value, other.Value) <= 31;

    /// <summary>Reads the mark between two groups, and the blanks around it. 0 when the mark is not one of a date.</summary>
    private static byte ReadSeparator(ref ReadOnlySpan<byte> symbols)
    {
        ReadOnlySpan<byte> rest = symbols.TrimStart(NumberSymbols.Blank);
        byte separator = rest.Length < symbols.Length ? NumberSymbols.Blank : (byte)0;
        if (!rest.IsEmpty && rest[0] is (byte)'.' or (byte)'/' or NumberSymbols.Dash)
        {
            separator = rest[0];
            rest = rest[1..].TrimStart(NumberSymbols.Blank);
        }

        symbols = rest;
        return separator;
    }

    /// <summary>Reads the digits that symbols begin with.</summary>
    private static Group ReadGroup(ref ReadOnlySpan<byte> symbols)
    {
        int value = 0;
        int length = 0;
        while (length < symbols.Length && NumberSymbols.IsDigit(symbols[length]))
        {
            value = length < DigitsOfYear ? (value * 10) + (symbols[length] - '0') : value;
            length++;
        }

        symbols = symbols[length..];
        return new Group(value, length);
    }

    /// <summary>Digits that stand together.</summary>
    /// <param name="Value">The number that the digits form. Not valid when there are more than four.</param>
    /// <param name="Length">The number of digits.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Group(int Value, int Length)
    {
        public bool IsYear => Length == DigitsOfYear && Value is >= FirstYear and <= LastYear;

        public bool IsMonth => Length is 1 or 2 && Value is >= 1 and <= 12;
    }
}
