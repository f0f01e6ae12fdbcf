using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Recognises the errors that a spreadsheet writes instead of a value, such as <c>#REF!</c>, in the languages that columns
/// are recognised in. What belongs in such a cell isn't known, and nobody wants to be greeted as #REF!.
/// </summary>
public static class SpreadsheetErrors
{
    /// <summary>Whether a text is an error of a spreadsheet. Blanks around it have no meaning.</summary>
    public static bool IsOne(ReadOnlySpan<char> text) => text.Trim() is
        "#N/A" or "#NAME?" or "#VALUE!" or "#REF!" or "#DIV/0!" or "#NUM!" or "#NULL!" or "#SPILL!" or "#CALC!" or "#FIELD!"
        or "#BLOCKED!" or "#CONNECT!" or "#GETTING_DATA" or "#ERROR!"
        or "#NOM?" or "#VALEUR!" or "#NOMBRE!" or "#NUL!" or "#PROPAGATION!" or "#CALCUL!"
        or "#NV" or "#WERT!" or "#BEZUG!" or "#ZAHL!" or "#ÜBERLAUF!" or "#KALK!"
        or "#N/D" or "#¿NOMBRE?" or "#¡VALOR!" or "#¡REF!" or "#¡DIV/0!" or "#¡NUM!" or "#¡NULO!" or "#¡DESBORDAMIENTO!"
        or "#NOME?" or "#VALORE!" or "#RIF!" or "#NULLO!" or "#ESPANSIONE!"
        or "#VALOR!" or "#NÚM!" or "#NULO!" or "#DESPEJAR!"
        or "#N/B" or "#DEEL/0!" or "#NAAM?" or "#WAARDE!" or "#VERW!" or "#GETAL!" or "#LEEG!" or "#OVERLOOP!";

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
