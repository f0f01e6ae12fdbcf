using System.Globalization;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Makes words of the name of a column: in lower case, without accents, without characters that nobody sees, and split
/// at punctuation, at blanks, at a change of case, and between letters and digits.
/// </summary>
internal static class NameWords
{
    /// <summary>What stands between two words that stand apart in the name.</summary>
    public const char Blank = ' ';

    /// <summary>What stands between two words that are written as one: only case or a digit tells them apart.</summary>
    public const char Joint = '-';

    /// <summary>The letters from À (U+00C0) to ſ (U+017F) without their accents.</summary>
    private const string Plain =
        "AAAAAAÆCEEEEIIIIDNOOOOO×OUUUUYÞßaaaaaaæceeeeiiiidnooooo÷ouuuuyþy"
        + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiĲĳJjKkĸLlLlLlĿŀLlNnNnNnŉŊŋOoOoOoŒœRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

    private enum Kind
    {
        /// <summary>Punctuation, a blank, a symbol: it ends a word.</summary>
        Gap,

        /// <summary>An accent that was taken off its letter, or a character that nobody sees: it is as if it weren't there.</summary>
        Hidden,
        Lower,
        Upper,
        Digit,
    }

    /// <summary>Folds a name: <c>N° tél. (SMSNumber)</c> is <c>n tel sms-number</c>.</summary>
    public static string Fold(string name)
    {
        string text = Decompose(name);
        var folded = new StringBuilder(text.Length + 8);
        Kind last = Kind.Gap;
        for (int i = 0; i < text.Length; i++)
        {
            Kind kind = KindOf(text, i);
            if (kind == Kind.Hidden)
            {
                continue;
            }

            if (kind != Kind.Gap)
            {
                if (last == Kind.Gap && folded.Length > 0)
                {
                    folded.Append(Blank);
                }
                else if (last != Kind.Gap && BeginsWord(text, i, last, kind))
                {
                    folded.Append(Joint);
                }

                char c = text[i];
                c = char.ToLowerInvariant(c is >= 'À' and <= 'ſ' ? Plain[c - 'À'] : c);
                _ = c switch
                {
                    'ß' => folded.Append("ss"),
                    'æ' => folded.Append("ae"),
                    'œ' => folded.Append("oe"),
                    'º' => folded.Append('o'),
                    'ª' => folded.Append('a'),
                    _ => folded.Append(c),
                };
            }

            last = kind;
        }

        return folded.ToString();
    }

    /// <summary>
    /// Makes usual letters of special forms, as of № and of wide ones. Only for a name that has any: what the runtime needs
    /// for it takes longer to load than all the names of a file take. Half a surrogate pair, which only an object's property
    /// can have in its name, is no character, and U+FFFE is none either.
    /// </summary>
    private static string Decompose(string name)
    {
        foreach (char c in name)
        {
            // Behind the letters of western languages, accents by themselves, and punctuation with what nobody sees.
            if (c > 'ſ' && c is not ((>= '\u0300' and <= '\u036F') or (>= '\u2000' and <= '\u206F') or '\uFEFF'))
            {
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name)).Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormKD);
            }
        }

        return name;
    }

    private static Kind KindOf(string text, int index)
    {
        char c = text[index];
        if (char.IsLetter(c))
        {
            return char.IsUpper(c) ? Kind.Upper : Kind.Lower;
        }

        if (char.IsDigit(c))
        {
            return Kind.Digit;
        }

        if (char.IsAscii(c))
        {
            return Kind.Gap;
        }

        // Both halves of a pair have the category of the pair.
        return CharUnicodeInfo.GetUnicodeCategory(text, char.IsLowSurrogate(c) ? index - 1 : index)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            ? Kind.Hidden : Kind.Gap;
    }

    /// <summary>Whether a character begins another word than the one before it, with nothing in between: phoneNumber, SMSNumber, phone2.</summary>
    private static bool BeginsWord(string text, int index, Kind last, Kind kind)
    {
        if (last == Kind.Digit || kind == Kind.Digit)
        {
            return last != kind;
        }

        if (kind != Kind.Upper || last == Kind.Lower)
        {
            return kind == Kind.Upper;
        }

        // The last capital of several begins the word that small letters go on with.
        Kind next = Kind.Hidden;
        while (next == Kind.Hidden && ++index < text.Length)
        {
            next = KindOf(text, index);
        }

        return next == Kind.Lower;
    }
}
