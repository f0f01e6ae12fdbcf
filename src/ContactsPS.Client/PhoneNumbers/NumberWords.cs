using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// The words that stand beside phone numbers, in English, French, German, Spanish, Italian, Portuguese and Dutch, without
/// accents. An unknown word may say that the number must not be used, or hide a digit that was mistyped.
/// </summary>
internal static class NumberWords
{
    /// <summary>
    /// What may stand before or behind a number: the kind of phone, where it rings, and the small words between these. Fixed
    /// lines and fax are left out, because they receive no texts.
    /// </summary>
    private static readonly HashSet<string> s_labels = new(StringComparer.Ordinal)
    {
        "phone", "telephone", "tel", "ph", "mobile", "mob", "cell", "cellular", "number", "nr", "num", "contact",
        "call", "sms", "whatsapp", "viber", "signal", "telegram", "direct", "home", "work", "office", "private", "personal",
        "business", "callto", "smsto", "main", "primary",
        "portable", "port", "gsm", "natel", "tph", "numero", "de", "du", "perso", "personnel", "prive", "priv", "pro",
        "professionnel", "bureau", "bur", "domicile", "dom", "maison", "travail",
        "telefon", "fon", "handy", "mobil", "mobilfunk", "nummer", "ruf", "privat", "dienstlich", "beruflich",
        "geschaftlich", "geschaeftlich", "buro", "buero", "arbeit", "zuhause",
        "telefono", "movil", "mov", "celular", "cel", "fono", "nro", "telef", "telf", "tlf", "tlfn", "tfno", "tfn", "del",
        "casa", "domicilio", "particular", "trabajo", "oficina", "contacto",
        "cellulare", "di", "ufficio", "lavoro", "personale", "abitazione",
        "telefone", "fone", "telemovel", "telem", "tlm", "tm", "do", "trabalho", "escritorio", "contato",
        "telefoon", "mobiel", "mobiele", "thuis", "werk", "zakelijk", "kantoor",
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
    public static bool IsLabel(ReadOnlySpan<byte> word) => Has(s_labels, word) || IsCompound(word);

    /// <summary>Whether a word may stand before a number as the last one: No. 201-555-0123, Mobile no.</summary>
    public static bool IsLastLabel(ReadOnlySpan<byte> word) => word.SequenceEqual(No);

    /// <summary>Whether a letter by itself may stand before a number, with something between them.</summary>
    public static bool IsInitial(ReadOnlySpan<byte> word) => word.Length == 1 && Initials.Contains((char)word[0], StringComparison.Ordinal);

    /// <summary>Whether a word may stand before an extension.</summary>
    public static bool IsExtension(ReadOnlySpan<byte> word) => Has(s_extensions, word);

    /// <summary>Whether a word may stand beside a number, or before an extension.</summary>
    public static bool IsLabelOrExtension(ReadOnlySpan<byte> word) => IsLabel(word) || IsExtension(word);

    /// <summary>Whether a word may stand between two numbers: and, or.</summary>
    public static bool IsConjunction(ReadOnlySpan<byte> word) => Has(s_conjunctions, word);

    /// <summary>Whether a word is two of the known ones: Handynummer, Telefoonnr, TelNo.</summary>
    private static bool IsCompound(ReadOnlySpan<byte> word)
    {
        const int Shortest = 2;
        for (int i = Shortest; i <= word.Length - Shortest; i++)
        {
            if (Has(s_labels, word[..i]) && (Has(s_labels, word[i..]) || IsLastLabel(word[i..])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(HashSet<string> words, ReadOnlySpan<byte> word) => words.Contains(Encoding.ASCII.GetString(word));
}
