namespace ContactsPS.Sandbox.Reading;

/// <summary>Formats phone numbers as the service does (web-service.md, Incorrect data), knowing no country's rules.</summary>
internal static class PhoneNumberFormat
{
    private const int Fewest = 7;
    private const int Most = 15;

    /// <summary>
    /// The number in E.164, such as <c>+33612345678</c>: all but digits and a leading plus is deleted, a leading 00
    /// becomes the plus, and a missing plus is put before a number that starts with a country code. Null where that
    /// leaves no 7 to 15 digits that start with 1 to 9: a national number can't be recognised.
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
