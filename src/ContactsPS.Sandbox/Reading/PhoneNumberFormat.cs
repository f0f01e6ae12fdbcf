using System.Globalization;
using System.Text.Json;

namespace ContactsPS.Sandbox.Reading;

/// <summary>
/// Formats phone numbers as the service does (web-service.md, Incorrect data), without the rules of countries.
/// </summary>
internal static class PhoneNumberFormat
{
    private const int Fewest = 6;
    private const int Most = 16;

    /// <summary>The digits of a number in the international format, which fit into 64 bits.</summary>
    public static long Digits(string number) => long.Parse(number.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>Reads a JSON value as a phone number. Null, and the problem, when it can't be recognised.</summary>
    public static string? Read(JsonElement value, NotePath path, RequestNotes notes, out string problem)
    {
        string? text = LooseText.Cast(value, path, notes);
        string? number = Format(text, out problem);
        if (number is not null && number != text)
        {
            notes.Formatted(path, $"The number was read as {number}.");
        }

        return number;
    }

    /// <summary>
    /// Converts a number to the international format, such as <c>+33612345678</c>. All characters except digits and a
    /// leading plus sign are deleted. A leading 00 becomes a plus sign. A missing plus sign is added, because a number
    /// that starts with 1 to 9 is assumed to start with a country code. Null, and the problem, when the result doesn't
    /// have 6 to 16 digits that start with 1 to 9: these are the lengths in the examples of the vendor, and E.164 allows
    /// only 15 digits. A national number with a leading 0 can't be recognised.
    /// </summary>
    public static string? Format(string? text, out string problem)
    {
        Span<char> digits = stackalloc char[Most + 3];
        int count = 0;
        bool plus = false;
        foreach (char letter in text ?? string.Empty)
        {
            if (char.IsAsciiDigit(letter) && count < digits.Length)
            {
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

        problem = number switch
        {
            [] => "There is no phone number.",
            ['0', ..] => "The phone number has no country code: it starts with 0.",
            { Length: < Fewest } => $"The phone number has fewer than {Fewest} digits.",
            { Length: > Most } => $"The phone number has more than {Most} digits.",
            _ => string.Empty,
        };
        return problem.Length == 0 ? $"+{number}" : null;
    }
}
