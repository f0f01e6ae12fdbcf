using System.Collections.Frozen;
using System.Globalization;

namespace ContactsPS.Client;

/// <summary>
/// Reads one escape sequence of an ASCII character: of URLs (<c>%41</c>), of JSON and programming languages
/// (<c>\u0041</c>, <c>\x41</c>, <c>\/</c>), and of HTML (<c>&amp;amp;</c>, <c>&amp;#65;</c>, <c>&amp;#x41;</c>).
/// </summary>
internal static class TextEscapes
{
    private const int LongestName = 8;

    /// <summary>
    /// The names that HTML has for ASCII characters (HTML, Named character references), each followed by its character.
    /// </summary>
    private const string Names =
        "amp& apos' ast* bsol\\ colon: comma, commat@ dollar$ equals= excl! grave` gt> hat^ lbrace{ lbrack[ lcub{ lowbar_ lpar( "
        + "lsqb[ lt< num# percnt% period. plus+ quest? quot\" rbrace} rbrack] rcub} rpar) rsqb] semi; sol/ underbar_ verbar| vert|";

    private static readonly FrozenDictionary<string, char> s_names = Names.Split(' ')
        .Select(entry => KeyValuePair.Create(entry[..^1], entry[^1]))
        .Concat([KeyValuePair.Create("nbsp", ' '), KeyValuePair.Create("newline", '\n'), KeyValuePair.Create("tab", '\t')])
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the escape sequence at the start of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The character that the sequence stands for.</param>
    /// <returns>The length of the sequence. 0 when the text doesn't start with one.</returns>
    public static int Read(ReadOnlySpan<char> text, out char value)
    {
        value = default;
        return text switch
        {
            ['%', 'u' or 'U', ..] => ReadHex(text, 2, 4, out value),
            ['%', ..] => ReadHex(text, 1, 2, out value),
            ['\\', 'u' or 'U', ..] => ReadHex(text, 2, 4, out value),
            ['\\', 'x' or 'X', ..] => ReadHex(text, 2, 2, out value),
            ['\\', var next, ..] => ReadShort(next, out value),
            ['&', '#', ..] => ReadNumber(text, out value),
            ['&', ..] => ReadName(text, out value),
            _ => 0,
        };
    }

    private static int ReadHex(ReadOnlySpan<char> text, int start, int digits, out char value)
    {
        value = default;
        if (text.Length < start + digits
            || !ushort.TryParse(text.Slice(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort number))
        {
            return 0;
        }

        value = (char)number;
        return start + digits;
    }

    private static int ReadShort(char next, out char value)
    {
        // \n, \r and \t are line breaks and tabs. Any other character after a backslash is itself.
        value = next is 'n' or 'r' or 't' or 'f' or 'b' ? '\n' : next;
        return 2;
    }

    private static int ReadNumber(ReadOnlySpan<char> text, out char value)
    {
        bool isHex = text.Length > 2 && text[2] is 'x' or 'X';
        int start = isHex ? 3 : 2;
        int end = start;
        while (end < text.Length && (isHex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
        {
            end++;
        }

        // Zeros before the number have no limit in HTML.
        ReadOnlySpan<char> digits = text[start..end].TrimStart('0');
        NumberStyles style = isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        bool isRead = ushort.TryParse(digits, style, CultureInfo.InvariantCulture, out ushort number);
        value = (char)number;
        return !isRead ? 0 : end < text.Length && text[end] == ';' ? end + 1 : end;
    }

    private static int ReadName(ReadOnlySpan<char> text, out char value)
    {
        ReadOnlySpan<char> start = text[1..Math.Min(text.Length, LongestName + 2)];
        int end = start.IndexOf(';');
        value = default;
        return end > 0 && s_names.TryGetValue(start[..end].ToString(), out value) ? end + 2 : 0;
    }
}
