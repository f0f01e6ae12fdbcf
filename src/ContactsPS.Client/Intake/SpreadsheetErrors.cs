using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Recognises the errors that a spreadsheet writes instead of a value, such as <c>#REF!</c>, in the languages that columns
/// are recognised in. What belongs in such a cell isn't known, and nobody wants to be greeted as #REF!.
/// </summary>
public static class SpreadsheetErrors
{
    private static readonly string[] s_errors =
    [
        "#N/A", "#NAME?", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!",
        "#CONNECT!", "#GETTING_DATA", "#ERROR!",
        "#NOM?", "#VALEUR!", "#NOMBRE!", "#NUL!", "#PROPAGATION!", "#CALCUL!",
        "#NV", "#WERT!", "#BEZUG!", "#ZAHL!", "#ÜBERLAUF!", "#KALK!",
        "#N/D", "#¿NOMBRE?", "#¡VALOR!", "#¡REF!", "#¡DIV/0!", "#¡NUM!", "#¡NULO!", "#¡DESBORDAMIENTO!",
        "#NOME?", "#VALORE!", "#RIF!", "#NULLO!", "#ESPANSIONE!",
        "#VALOR!", "#NÚM!", "#NULO!", "#DESPEJAR!",
        "#N/B", "#DEEL/0!", "#NAAM?", "#WAARDE!", "#VERW!", "#GETAL!", "#LEEG!", "#OVERLOOP!",
    ];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> s_lookup =
        s_errors.ToHashSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a text is an error of a spreadsheet. Blanks around it have no meaning.</summary>
    public static bool IsOne(ReadOnlySpan<char> text) => s_lookup.Contains(text.Trim());

    /// <summary>Whether a text in UTF-8 is an error of a spreadsheet. Blanks around it have no meaning.</summary>
    public static bool IsOne(ReadOnlySpan<byte> utf8)
    {
        const int LongestInBytes = 64;
        utf8 = utf8.Trim((byte)' ');
        if (!utf8.Contains((byte)'#') || utf8.Length > LongestInBytes)
        {
            return false;
        }

        Span<char> text = stackalloc char[LongestInBytes];
        return IsOne(text[..Encoding.UTF8.GetChars(utf8, text)]);
    }

    /// <summary>Makes the problem of a field that holds such an error.</summary>
    public static string Describe(string field, string error) =>
        $"the field {field} is {error.Trim()}, an error of a spreadsheet, so what belongs there isn't known; write the value in its place";
}
