using System.Globalization;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Reduces the characters of a phone number to a few ASCII symbols: digits of any script (Unicode category Nd) to digits,
/// letters to lower case without accents, the many blanks, dashes and quotes to one of each. Invisible characters are dropped,
/// and what can't be in a phone number becomes <see cref="Foreign"/>.
/// </summary>
internal static class NumberSymbols
{
    /// <summary>A sign that no phone number has.</summary>
    public const byte Foreign = 1;

    /// <summary>A letter that none of the known words has.</summary>
    public const byte OtherLetter = 2;

    /// <summary>A blank.</summary>
    public const byte Blank = (byte)' ';

    /// <summary>The end of a line.</summary>
    public const byte LineBreak = (byte)'\n';

    /// <summary>A quote of any kind.</summary>
    public const byte Quote = (byte)'\'';

    /// <summary>A dash of any length.</summary>
    public const byte Dash = (byte)'-';

    private const int FullWidthFirst = 0xFF01;
    private const int FullWidthLast = 0xFF5E;
    private const int FullWidthOffset = 0xFEE0;

    /// <summary>Variation selectors, which choose between the pictures of a character.</summary>
    private const int FirstVariation = 0xFE00;
    private const int LastVariation = 0xFE0F;

    /// <summary>Whether a symbol is a letter.</summary>
    public static bool IsLetter(byte symbol) => symbol is OtherLetter or (>= (byte)'a' and <= (byte)'z');

    /// <summary>Whether a symbol is a digit.</summary>
    public static bool IsDigit(byte symbol) => char.IsAsciiDigit((char)symbol);

    /// <summary>Reduces a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="symbols">Gets the symbols, with one blank or line break for several of them.</param>
    /// <returns>The number of symbols. -1 when they don't fit.</returns>
    public static int Read(ReadOnlySpan<char> text, Span<byte> symbols)
    {
        int count = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            byte last = count > 0 ? symbols[count - 1] : Blank;
            byte symbol = rune.IsAscii ? ReadAscii((char)rune.Value) : ReadOther(rune, last);
            if (symbol == 0 || (symbol == Blank && last is Blank or LineBreak))
            {
                continue;
            }

            if (symbol == LineBreak && last is Blank or LineBreak)
            {
                count = Math.Max(count - 1, 0);
            }

            if (count == symbols.Length)
            {
                return -1;
            }

            symbols[count++] = symbol;
        }

        return count;
    }

    private static byte ReadAscii(char c) => c switch
    {
        ' ' or '\t' => Blank,
        '\n' or '\r' or '\v' or '\f' => LineBreak,
        '\'' or '"' or '`' => Quote,
        '[' => (byte)'(',
        ']' => (byte)')',
        '+' or '-' or '.' or ',' or '/' or ';' or '|' or '\\' or ':' or '&' or '=' or '(' or ')' => (byte)c,
        _ when char.IsAsciiLetterOrDigit(c) => (byte)char.ToLowerInvariant(c),
        _ when char.IsControl(c) => 0,
        _ => Foreign,
    };

    /// <summary>Reduces a character that is not ASCII. 0 for a character that is not visible.</summary>
    private static byte ReadOther(Rune rune, byte last)
    {
        if (rune.Value is >= FullWidthFirst and <= FullWidthLast)
        {
            return ReadAscii((char)(rune.Value - FullWidthOffset));
        }

        switch (rune.Value)
        {
            case 0x85 or 0x2028 or 0x2029:
                return LineBreak;
            case '°' or 'º':
                // n° is a word, and "no" may be another one.
                return IsLetter(last) || last == '.' ? (byte)0 : Foreign;
            case '№':
                return (byte)'n';
            case >= FirstVariation and <= LastVariation:
            case 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or 0x3164 or 0xFFA0
                or (>= 0xE0100 and <= 0xE01EF):
                // Default_Ignorable_Code_Point of Unicode, as far as they are not format characters.
                return 0;
            case 0x2800:
                // A pattern of Braille without dots.
                return Blank;
            case '☎' or '☏' or '✆' or 0x1F4DE or 0x1F4F1 or 0x1F4F2:
                // Pictures of phones stand before a number.
                return LineBreak;
            case '〜' or '〰':
                // Dashes to Unicode, but they mean "to": 5678〜9 are two numbers.
                return Foreign;
            case '·' or '•' or '∙':
                return (byte)'|';
            case '−' or 'ー':
                return Dash;
            case '′' or '″' or '´' or '‚' or '„' or 'ʼ':
                return Quote;
            default:
                break;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Format => 0,
            UnicodeCategory.SpaceSeparator => Blank,
            UnicodeCategory.DashPunctuation => Dash,
            UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation => Quote,
            UnicodeCategory.DecimalDigitNumber => (byte)('0' + (int)Rune.GetNumericValue(rune)),
            UnicodeCategory.NonSpacingMark => IsLetter(last) ? (byte)0 : Foreign,
            _ => Rune.IsLetter(rune) ? ReadLetter(rune) : Foreign,
        };
    }

    private static byte ReadLetter(Rune rune)
    {
        char first = rune.ToString().Normalize(NormalizationForm.FormD)[0];
        return char.IsAsciiLetter(first) ? (byte)char.ToLowerInvariant(first) : OtherLetter;
    }
}
