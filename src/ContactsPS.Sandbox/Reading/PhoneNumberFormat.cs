namespace ContactsPS.Sandbox.Reading;

/// <summary>
/// Formats phone numbers as the service does (web-service.md, Incorrect data), without the rules of countries.
/// </summary>
internal static class PhoneNumberFormat
{
    private const int Fewest = 6;
    private const int Most = 16;

    /// <summary>
    /// Converts a number to the international format, such as <c>+33612345678</c>. All characters except digits and a
    /// leading plus sign are deleted. A leading 00 becomes a plus sign. A missing plus sign is added, because a number
    /// that starts with 1 to 9 is assumed to start with a country code. Null when the result doesn't have 6 to 16 digits
    /// that start with 1 to 9: these are the lengths in the examples of the vendor, and E.164 allows only 15 digits. A
    /// national number with a leading 0 can't be recognised.
    /// </summary>
    public static string? Format(string? text)
    {
        if (text is null)
        {
            return null;
        }

        Span<char> digits = stackalloc char[Most + 2];
        int count = 0;
        bool plus = false;
        foreach (char letter in text)
        {
            if (char.IsAsciiDigit(letter))
            {
                if (count == digits.Length)
                {
                    return null;
                }

                digits[count++] = letter;
            }
            else if (letter == '+' && count == 0)
            {
                plus = true;
            }
        }

        ReadOnlySpan<char> number = digits[..count];
        if (!plus && number.StartsWith("00"))
        {
            number = number[2..];
        }

        return number.Length is >= Fewest and <= Most && number[0] != '0' ? $"+{number}" : null;
    }
}
