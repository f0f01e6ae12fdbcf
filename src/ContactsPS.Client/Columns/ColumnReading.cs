namespace ContactsPS.Client;

/// <summary>What the name of a column says it holds.</summary>
internal sealed class ColumnReading
{
    /// <summary>A name that long is a sentence, and no rule about words tells what it asks for.</summary>
    private const int LongestName = 200;

    /// <summary>The field that it may be. Not used when <see cref="Rank"/> is negative.</summary>
    public readonly ContactField Field;

    /// <summary>How well it fits the field, as a <see cref="ColumnRank"/>. Negative when it fits no field.</summary>
    public readonly int Rank;

    /// <summary>Why the name alone makes the choice doubtful. Null when there is no reason.</summary>
    public readonly ColumnWarningKind? Doubt;

    /// <summary>All that the words of its name say.</summary>
    public readonly WordRole Roles;

    /// <summary>Whether its name is an abbreviation that means a mobile beside a phone, as Port in French.</summary>
    public readonly bool IsMark;

    /// <summary>Whether it is an address, or a part of one: the number in the column beside it is that of a house.</summary>
    public readonly bool IsAddress;

    /// <summary>The abbreviation of portable.</summary>
    private const string Mark = "port";

    /// <summary>What an address is called, in the languages of <see cref="Vocabulary"/>.</summary>
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
            // The field's own name is the better one of two that say the same.
            Rank++;
        }
    }
}
