using System.Globalization;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Compares the names of columns and properties by their words. Case, accents, punctuation and invisible characters make no
/// difference.
/// </summary>
public static class ColumnName
{
    /// <summary>The fewest digits of a phone number. A text with fewer digits is a year, a postcode or a position.</summary>
    private const int ShortestNumber = 9;

    /// <summary>
    /// Finds the field that the name of a column fits, and how well it fits: of two columns, the one with the lower rank is
    /// used. The other columns of a file can change the result: see <see cref="ColumnMap"/>.
    /// </summary>
    public static bool TryRecognise(string name, out ContactField field, out int rank)
    {
        ArgumentNullException.ThrowIfNull(name);
        var reading = new ColumnReading(name);
        (field, rank) = (reading.Field, reading.Rank);
        return rank >= 0;
    }

    /// <summary>Finds the field that has this name, such as <c>PhoneNumber</c> or <c>phone_number</c>.</summary>
    public static bool TryParseField(string name, out ContactField field)
    {
        ArgumentNullException.ThrowIfNull(name);
        string simple = Simplify(name);
        field = Enum.GetValues<ContactField>().FirstOrDefault(known => string.Equals(known.ToString(), simple, StringComparison.OrdinalIgnoreCase));
        return string.Equals(field.ToString(), simple, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Makes a name safe for a message. Control characters, which a terminal could obey, become question marks. Invisible
    /// characters are removed.
    /// </summary>
    public static string ToVisible(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var visible = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            if (char.IsControl(c))
            {
                visible.Append('?');
            }
            else if (char.IsAscii(c) || CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                visible.Append(c);
            }
        }

        return visible.ToString();
    }

    /// <summary>The letters and digits of a name, in lower case and without accents. Names that are the same in this form are equal.</summary>
    public static string Simplify(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return NameWords.Fold(name).Replace(" ", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal);
    }

    /// <summary>Whether a name has as many digits as a phone number. Digits in brackets don't count: they are an example.</summary>
    internal static bool ContainsNumber(string name)
    {
        int digits = 0;
        int brackets = 0;
        foreach (char c in name)
        {
            brackets += c switch
            {
                '(' or '[' => 1,
                ')' or ']' when brackets > 0 => -1,
                _ => 0,
            };
            digits += brackets == 0 && char.IsDigit(c) ? 1 : 0;
        }

        return digits >= ShortestNumber;
    }

    /// <summary>Whether a name could be a phone number: it has only digits, and the characters that people write between them.</summary>
    internal static bool LooksLikeNumber(string name)
    {
        int digits = 0;
        foreach (char c in name)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (!char.IsWhiteSpace(c) && c is not ('+' or '-' or '.' or '/' or '(' or ')' or '\'' or '=' or '"' or '\uFEFF'))
            {
                return false;
            }
        }

        return digits >= ShortestNumber;
    }
}
