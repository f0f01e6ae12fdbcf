namespace ContactsPS.Client;

/// <summary>What a column holds according to its name.</summary>
internal sealed class ColumnReading
{
    /// <summary>A longer name is a sentence, which rules about words can't understand.</summary>
    private const int LongestName = 200;

    /// <summary>The field that it may be. Not used when <see cref="Rank"/> is negative.</summary>
    public readonly ContactField Field;

    /// <summary>How well it fits the field, as a <see cref="ColumnRank"/>. Negative when it fits no field.</summary>
    public readonly int Rank;

    /// <summary>Why the name alone makes the choice doubtful. Null when there is no reason.</summary>
    public readonly ColumnWarningKind? Doubt;

    /// <summary>The roles of all words of its name.</summary>
    public readonly WordRole Roles;

    /// <summary>Whether its name is an abbreviation that means a mobile beside a phone, as Port in French.</summary>
    public readonly bool IsMark;

    /// <summary>Whether it is an address or a street. Then a number in the next column is a house number.</summary>
    public readonly bool IsAddress;

    /// <summary>The abbreviation of portable.</summary>
    private const string Mark = "port";

    /// <summary>The words for an address, in the languages of <see cref="Vocabulary"/>.</summary>
    private static readonly HashSet<string> s_addresses = new(StringComparer.Ordinal)
    {
        "address", "adresse", "anschrift", "direccion", "domicilio", "indirizzo", "morada", "endereco", "adres",
    };

    /// <summary>Reads the name of a column.</summary>
    /// <param name="name">The name.</param>
    /// <param name="isMarkMobile">Whether an abbreviation that can mean a mobile means one.</param>
    public ColumnReading(string name, bool isMarkMobile = false)
    {
        Rank = ColumnRank.None;
        if (name.Length > LongestName)
        {
            return;
        }

        string folded = NameWords.Fold(name);
        if (folded.Length is 6 or 7 && folded.StartsWith("param", StringComparison.Ordinal) && folded[^1] is >= '1' and <= '5')
        {
            Field = ContactField.Param1 + (folded[^1] - '1');
            Rank = ColumnRank.Best;
            return;
        }

        WordRole[] roles = NameRoles.Find(folded, out int ordinal);
        if (folded.StartsWith(Mark, StringComparison.Ordinal) && roles[0] == WordRole.MobileMark)
        {
            // A period shows that it is an abbreviation, and not the whole word.
            IsMark = true;
            roles[0] = isMarkMobile || name.AsSpan().TrimStart().StartsWith($"{Mark}.", StringComparison.OrdinalIgnoreCase) ? WordRole.Mobile : roles[0];
        }

        foreach (WordRole role in roles)
        {
            Roles |= role;
        }

        IsAddress = Roles.HasAny(WordRole.Street) || s_addresses.Contains(folded.TrimEnd([' ', '-', '1', '2', '3']));
        Rank = PhoneNumberName.Rank(roles, ordinal, out Doubt);
        if (Rank >= 0 && !Roles.HasAny(WordRole.Explanation) && ColumnName.ContainsNumber(name))
        {
            // It is a phone number with a label, as above a table, and not the name of a column.
            Rank = ColumnRank.None;
        }
        else if (Rank < 0)
        {
            Rank = PersonName.Rank(roles, Roles, ordinal, name.Contains('.', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal), out Field);
        }
        else if (folded is not ("phone number" or "phone-number"))
        {
            // Of two columns that fit equally, the one with the name of the field is better.
            Rank++;
        }
    }
}
