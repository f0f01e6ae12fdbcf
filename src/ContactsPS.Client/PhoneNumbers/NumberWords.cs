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
        "phone", "telephone", "tel", "ph", "mobile", "mob", "cell", "cellphone", "cellular", "number", "nr", "num", "contact",
        "call", "sms", "whatsapp", "viber", "signal", "telegram", "direct", "home", "work", "office", "private", "personal",
        "business", "callto", "smsto", "main", "primary",
        "portable", "port", "gsm", "natel", "tph", "numero", "de", "perso", "personnel", "prive", "pro", "professionnel", "bureau", "domicile",
        "maison", "travail",
        "telefon", "fon", "handy", "mobil", "mobiltelefon", "nummer", "handynummer", "mobilnummer", "telefonnummer", "rufnummer",
        "privat", "dienstlich", "geschaftlich", "geschaeftlich", "buro", "buero", "arbeit",
        "telefono", "movil", "celular", "cel", "telef", "telf", "tlf", "tlfn", "tfno", "tfn", "casa", "trabajo", "oficina", "contacto",
        "cellulare", "ufficio", "lavoro", "personale",
        "telefone", "fone", "telemovel", "tlm", "trabalho", "escritorio", "contato",
        "telefoon", "mobiel", "telefoonnummer", "thuis", "werk", "kantoor",
    };

    /// <summary>
    /// Short forms of the words before a number: Tel., Mobile, Cell, Home, Work, and n, which stands for n°. Behind a number
    /// a lone letter may stand for a digit.
    /// </summary>
    private const string Initials = "tpmchwn";

    /// <summary>A short form of number, and a refusal in several languages: "no SMS".</summary>
    private static ReadOnlySpan<byte> No => "no"u8;

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

    /// <summary>Whether a word may stand before a number as the last one: No. 201-555-0123, Mobile no.</summary>
    public static bool IsLastLabel(ReadOnlySpan<byte> word) => word.SequenceEqual(No);

    /// <summary>Whether a letter by itself may stand before a number, with something between them.</summary>
    public static bool IsInitial(ReadOnlySpan<byte> word) => word.Length == 1 && Initials.Contains((char)word[0], StringComparison.Ordinal);

    /// <summary>Whether a word may stand before an extension.</summary>
    public static bool IsExtension(ReadOnlySpan<byte> word) => Has(s_extensions, word);

    /// <summary>Whether a word may stand beside a number, or before an extension.</summary>
    public static bool IsLabelOrExtension(ReadOnlySpan<byte> word) => IsLabel(word) || IsExtension(word);

    /// <summary>Whether a word stands between things that are as many as one likes.</summary>
    public static bool IsConjunction(ReadOnlySpan<byte> word) => Has(s_conjunctions, word);

    private static bool Has(HashSet<string> words, ReadOnlySpan<byte> word) => words.Contains(Encoding.ASCII.GetString(word));
}
