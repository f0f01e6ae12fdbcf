using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using PhoneNumbers;

namespace ContactsPS.Client;

/// <summary>
/// Makes E.164 (<c>+33612345678</c>) of phone numbers as people write them: blanks, dots, dashes, brackets, a leading 00,
/// and national numbers where a default region is given. Whether a text can be a number is libphonenumber's judgement
/// (its <c>IsPossibleNumberWithReason</c>: the length is right for the country, its area code included), because the
/// service drops what it doesn't recognise without a word (web-service.md, Incorrect data). A number that is international and
/// bare of a trunk zero takes a quick path that asks libphonenumber only once for each country and length.
/// </summary>
public sealed class PhoneNumberNormalizer
{
    /// <summary>The longest result: a plus and 15 digits (E.164).</summary>
    public const int MaximumLength = 16;

    private readonly string? _region;

    /// <summary>Makes a normaliser.</summary>
    /// <param name="defaultRegion">
    /// The two letters (ISO 3166-1) of the country national numbers belong to, in any case; null: they are refused.
    /// </param>
    /// <exception cref="ContactsException">DefaultRegionInvalid.</exception>
    public PhoneNumberNormalizer(string? defaultRegion)
    {
        if (defaultRegion is null)
        {
            return;
        }

        _region = defaultRegion.ToUpperInvariant();
        if (!PhoneNumberUtil.GetInstance().GetSupportedRegions().Contains(_region))
        {
            throw new ContactsException(
                ErrorIds.DefaultRegionInvalid,
                $"'{defaultRegion}' is not a region. Give the two letters of a country, as in -DefaultRegion FR.");
        }
    }

    /// <summary>Makes E.164 of a text.</summary>
    /// <param name="text">The number as it was written.</param>
    /// <param name="destination">Gets the result; at least <see cref="MaximumLength"/> long.</param>
    /// <param name="length">The length of the result; 0 where there is none.</param>
    [MethodImpl(HotPath.Compiled)]
    public PhoneNumberStatus Normalize(ReadOnlySpan<char> text, Span<char> destination, out int length)
    {
        length = 0;
        text = NumericText.TrimDecimals(TrimUnseen(text));
        if (text.IsEmpty)
        {
            return PhoneNumberStatus.Missing;
        }

        if (TryReadInternational(text, destination, out int written)
            && CallingCodes.IsPossible(destination[1..written]))
        {
            length = written;
            return PhoneNumberStatus.Ok;
        }

        return Parse(text, destination, out length);
    }

    /// <summary>Takes blanks and marks of direction away from both ends.</summary>
    [MethodImpl(HotPath.Compiled)]
    private static ReadOnlySpan<char> TrimUnseen(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty && IsUnseen(text[0]))
        {
            text = text[1..];
        }

        while (!text.IsEmpty && IsUnseen(text[^1]))
        {
            text = text[..^1];
        }

        return text;

        static bool IsUnseen(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;
    }

    /// <summary>
    /// Reads a number that begins with a plus or 00 and goes on in digits and the marks people put between them.
    /// Anything else (letters, other digits, an extension) is left to libphonenumber.
    /// </summary>
    [MethodImpl(HotPath.Compiled)]
    private static bool TryReadInternational(ReadOnlySpan<char> text, Span<char> destination, out int written)
    {
        written = 0;
        if (text[0] == '+')
        {
            text = text[1..];
        }
        else if (text.StartsWith("00"))
        {
            text = text[2..];
        }
        else
        {
            return false;
        }

        destination[0] = '+';
        written = 1;
        foreach (char c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                if (written == MaximumLength)
                {
                    return false;
                }

                destination[written++] = c;
            }
            else if (c is not (' ' or '.' or '-' or '(' or ')' or '\u00A0'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Takes out what pasted numbers bring along and libphonenumber doesn't know: the many blanks of Unicode, and marks
    /// of direction that nobody sees.
    /// </summary>
    private static string Clean(string number) => Ascii.IsValid(number)
        ? number
        : string.Concat(number
            .Where(c => char.GetUnicodeCategory(c) != UnicodeCategory.Format)
            .Select(c => char.IsWhiteSpace(c) ? ' ' : c));

    private PhoneNumberStatus Parse(ReadOnlySpan<char> text, Span<char> destination, out int length)
    {
        length = 0;
        if (NumericText.IsScientific(text))
        {
            return PhoneNumberStatus.Invalid;
        }

        bool isInternational = text[0] == '+' || text.StartsWith("00");

        // 00 is how most of the world dials abroad; libphonenumber knows it only where the region does.
        string number = Clean(text[0] != '+' && isInternational ? string.Concat("+", text[2..]) : text.ToString());
        PhoneNumberUtil util = PhoneNumberUtil.GetInstance();
        try
        {
            PhoneNumber parsed = util.Parse(number, _region);
            if (util.IsPossibleNumberWithReason(parsed) != PhoneNumberUtil.ValidationResult.IS_POSSIBLE)
            {
                return PhoneNumberStatus.Invalid;
            }

            // libphonenumber takes a number for possible that is longer than E.164 allows, and one that lost a digit and
            // kept its trunk zero in exchange.
            string e164 = util.Format(parsed, PhoneNumberFormat.E164);
            if (e164.Length > MaximumLength || (CallingCodes.KeepsTrunkZero(e164.AsSpan(1)) && !util.IsValidNumber(parsed)))
            {
                return PhoneNumberStatus.Invalid;
            }

            e164.CopyTo(destination);
            length = e164.Length;
            return PhoneNumberStatus.Ok;
        }
        catch (NumberParseException error)
        {
            return error.ErrorType == ErrorType.INVALID_COUNTRY_CODE && _region is null && !isInternational
                ? PhoneNumberStatus.NoRegion
                : PhoneNumberStatus.Invalid;
        }
    }
}
