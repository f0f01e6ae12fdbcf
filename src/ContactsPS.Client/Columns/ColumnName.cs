using System.Globalization;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Compares the names of columns and properties by their words: without case, accents, punctuation, and characters that
/// nobody sees.
/// </summary>
public static class ColumnName
{
    /// <summary>Fewer digits in a row of them are no phone number, but a year, a postcode or a place.</summary>
    private const int ShortestNumber = 9;

    /// <summary>
    /// The field that a column holds by its name, and how well the name fits: of two columns, the one of the lesser rank
    /// is taken. What the other columns are may still decide otherwise: <see cref="ColumnMap"/>.
    /// </summary>
    public static bool TryRecognise(string name, out ContactField field, out int rank)
    {
        ArgumentNullException.ThrowIfNull(name);
        var reading = new ColumnReading(name);
        (field, rank) = (reading.Field, reading.Rank);
        return rank >= 0;
    }

    /// <summary>The field a name is the field's own name of, as in <c>PhoneNumber</c> or <c>phone_number</c>.</summary>
    public static bool TryParseField(string name, out ContactField field)
    {
        ArgumentNullException.ThrowIfNull(name);
        string simple = Simplify(name);
        field = Enum.GetValues<ContactField>().FirstOrDefault(known => string.Equals(known.ToString(), simple, StringComparison.OrdinalIgnoreCase));
        return string.Equals(field.ToString(), simple, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// A name as a message can show it: what would steer a terminal is a question mark, and characters that nobody sees
    /// are left out.
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

    /// <summary>The letters and digits of a name, without what doesn't count when names are compared; empty where there are none.</summary>
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

    /// <summary>Whether a name could be a phone number: digits, and what people write between them.</summary>
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
