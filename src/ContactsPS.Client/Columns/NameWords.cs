using System.Globalization;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Splits the name of a column into words, at punctuation, at blanks, at a change of case, and between letters and digits.
/// The words are in lower case, without accents and without invisible characters.
/// </summary>
internal static class NameWords
{
    /// <summary>The character between two words that are separate in the name.</summary>
    public const char Blank = ' ';

    /// <summary>The character between two words that are written as one word: only case or a digit separates them.</summary>
    public const char Joint = '-';

    /// <summary>The letters from À (U+00C0) to ſ (U+017F) without their accents.</summary>
    private const string Plain =
        "AAAAAAÆCEEEEIIIIDNOOOOO×OUUUUYÞßaaaaaaæceeeeiiiidnooooo÷ouuuuyþy"
        + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiĲĳJjKkĸLlLlLlĿŀLlNnNnNnŉŊŋOoOoOoŒœRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs";

    private enum Kind
    {
        /// <summary>Punctuation, a blank or a symbol. It ends a word.</summary>
        Gap,

        /// <summary>An accent that was separated from its letter, or an invisible character. It is ignored.</summary>
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
    /// Replaces special forms of letters, such as № and wide letters, with the usual letters. This is only done for names
    /// that have such letters, because the runtime loads what it needs for this more slowly than all names of a file are
    /// read. Half a surrogate pair, which the name of an object's property can have, and U+FFFE are not characters.
    /// </summary>
    private static string Decompose(string name)
    {
        foreach (char c in name)
        {
            // Not a letter of a western language, a separate accent, punctuation or an invisible character.
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

    /// <summary>Whether a character begins a new word although there is nothing before it that ends a word: phoneNumber, SMSNumber, phone2.</summary>
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

        // The last of several capitals begins the word whose other letters are small.
        Kind next = Kind.Hidden;
        while (next == Kind.Hidden && ++index < text.Length)
        {
            next = KindOf(text, index);
        }

        return next == Kind.Lower;
    }
}
