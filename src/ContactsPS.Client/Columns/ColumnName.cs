using System.Globalization;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Compares the names of columns and properties without case, blanks, <c>_</c>, <c>-</c>, <c>.</c> and accents, and
/// knows those that hold a field of a contact, in English and in French.
/// </summary>
public static class ColumnName
{
    /// <summary>
    /// The names of each field, the most exact first. For a phone number that is the service's own name, then what can
    /// only be a mobile, which is what a text message needs, then what may be any phone.
    /// </summary>
    private static readonly string[][] s_known =
    [
        [
            "phonenumber", "msisdn", "mobilephone", "mobile", "cell", "portable", "gsm",
            "phone", "telephone", "tel", "number", "numero",
        ],
        ["firstname", "givenname", "prenom"],
        ["lastname", "surname", "familyname", "sn", "nom"],
        ["param1"], ["param2"], ["param3"], ["param4"], ["param5"],
    ];

    private static readonly Dictionary<string, (ContactField Field, int Rank)> s_recognised = s_known
        .SelectMany((names, field) => names.Select((name, rank) => (name, field, rank)))
        .ToDictionary(known => known.name, known => ((ContactField)known.field, known.rank), StringComparer.Ordinal);

    /// <summary>The field a name stands for, and how exact the name is: 0 is the most.</summary>
    public static bool TryRecognise(string name, out ContactField field, out int rank)
    {
        bool found = s_recognised.TryGetValue(Simplify(name), out (ContactField Field, int Rank) known);
        (field, rank) = known;
        return found;
    }

    /// <summary>The field a name is the field's own name of, as in <c>PhoneNumber</c> or <c>phone_number</c>.</summary>
    public static bool TryParseField(string name, out ContactField field)
    {
        string simple = Simplify(name);
        field = Enum.GetValues<ContactField>().FirstOrDefault(known => string.Equals(known.ToString(), simple, StringComparison.OrdinalIgnoreCase));
        return string.Equals(field.ToString(), simple, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A name as a message can show it: what would steer a terminal is a question mark.</summary>
    public static string ToVisible(string name) => string.Concat(name.Select(c => char.IsControl(c) ? '?' : c));

    /// <summary>A name without what doesn't count when names are compared.</summary>
    public static string Simplify(string name)
    {
        var simple = new StringBuilder(name.Length);
        foreach (char c in name.Normalize(NormalizationForm.FormD))
        {
            if (!char.IsWhiteSpace(c) && c is not ('_' or '-' or '.')
                && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                simple.Append(char.ToLowerInvariant(c));
            }
        }

        return simple.ToString();
    }
}
