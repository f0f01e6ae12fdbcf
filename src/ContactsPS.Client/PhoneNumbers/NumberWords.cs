using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// The words that stand beside phone numbers, in English, French, German, Spanish, Italian, Portuguese and Dutch, without
/// accents. A word that isn't here may say that the number is not to be used, or be a digit that was misspelt.
/// </summary>
internal static class NumberWords
{
    /// <summary>
    /// What may stand before or behind a number: the kind of phone, and where it rings. Fixed lines and fax are left out:
    /// no text reaches them.
    /// </summary>
    private static readonly HashSet<string> s_labels = new(StringComparer.Ordinal)
    {
        "phone", "telephone", "tel", "mobile", "mob", "cell", "cellphone", "cellular", "number", "no", "nr", "num", "contact",
        "call", "sms", "whatsapp", "viber", "signal", "telegram", "direct", "home", "work", "office", "private", "personal",
        "business", "callto", "smsto",
        "portable", "port", "gsm", "numero", "de", "perso", "personnel", "prive", "pro", "professionnel", "bureau", "domicile",
        "maison", "travail",
        "telefon", "handy", "mobil", "mobiltelefon", "nummer", "handynummer", "mobilnummer", "telefonnummer", "rufnummer",
        "privat", "dienstlich", "geschaftlich", "geschaeftlich", "buro", "buero", "arbeit",
        "telefono", "movil", "celular", "cel", "tlf", "tlfn", "tfno", "tfn", "casa", "trabajo", "oficina", "contacto",
        "cellulare", "ufficio", "lavoro", "personale",
        "telefone", "telemovel", "tlm", "trabalho", "escritorio", "contato",
        "telefoon", "mobiel", "telefoonnummer", "thuis", "werk", "kantoor",
    };

    /// <summary>What may stand behind a number and before the few digits of an extension.</summary>
    private static readonly HashSet<string> s_extensions = new(StringComparer.Ordinal)
    {
        "ext", "extn", "extension", "x", "poste", "p", "dw", "durchwahl", "app", "apparat", "nst", "nebenstelle", "klappe",
        "int", "interno", "interne", "anexo", "ramal", "rml", "toestel", "tst",
    };

    /// <summary>What may stand between two numbers.</summary>
    private static readonly HashSet<string> s_conjunctions = new(StringComparer.Ordinal)
    {
        "or", "and", "ou", "et", "oder", "und", "u", "bzw", "o", "y", "e", "ed", "en", "of",
    };

    /// <summary>Whether a word may stand beside a number.</summary>
    public static bool IsLabel(ReadOnlySpan<byte> word) => Has(s_labels, word);

    /// <summary>Whether a word may stand before an extension.</summary>
    public static bool IsExtension(ReadOnlySpan<byte> word) => Has(s_extensions, word);

    /// <summary>Whether a word stands between things that are as many as one likes.</summary>
    public static bool IsConjunction(ReadOnlySpan<byte> word) => Has(s_conjunctions, word);

    private static bool Has(HashSet<string> words, ReadOnlySpan<byte> word) => words.Contains(Encoding.ASCII.GetString(word));
}
