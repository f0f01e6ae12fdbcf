namespace ContactsPS.Client;

/// <summary>
/// Phone numbers that a program took for numbers before they came here. Their dot is no mark between digits, and what
/// stands behind it no digits of theirs: read as people write phone numbers, they would be somebody else's.
/// </summary>
internal static class NumericText
{
    /// <summary>33612345678.00 is what formats with decimals make of a number, and .0 what most programs do.</summary>
    private const int MostDecimals = 2;

    /// <summary>No number with fewer digits is anybody's, and 555.00 may be the end of one.</summary>
    private const int FewestDigits = 7;

    /// <summary>Takes the decimals off a whole number that was written with them: 33612345678.0.</summary>
    public static ReadOnlySpan<char> TrimDecimals(ReadOnlySpan<char> text)
    {
        int point = text.Length - 1;
        while (point > 0 && text[point] == '0' && text.Length - point <= MostDecimals)
        {
            point--;
        }

        if (point < FewestDigits || point == text.Length - 1 || text[point] is not ('.' or ','))
        {
            return text;
        }

        ReadOnlySpan<char> whole = text[..point];
        ReadOnlySpan<char> digits = whole[0] == '+' ? whole[1..] : whole;
        return digits.Length < FewestDigits || digits.ContainsAnyExceptInRange('0', '9') ? text : whole;
    }

    /// <summary>Whether it is a number in scientific notation, 3.36E+10: the digits behind are lost.</summary>
    public static bool IsScientific(ReadOnlySpan<char> text)
    {
        int exponent = text.IndexOfAny('E', 'e');
        if (exponent <= 0)
        {
            return false;
        }

        foreach (char c in text[..exponent])
        {
            if (!char.IsAsciiDigit(c) && c is not ('.' or ',' or '+'))
            {
                return false;
            }
        }

        ReadOnlySpan<char> power = text[(exponent + 1)..].TrimStart("+-");
        return !power.IsEmpty && !power.ContainsAnyExceptInRange('0', '9');
    }
}
