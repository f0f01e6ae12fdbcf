namespace ContactsPS.Client;

/// <summary>
/// Tells whether a column holds first names or last names. The name of somebody or something else, and one that holds
/// both, is neither.
/// </summary>
internal static class PersonName
{
    /// <summary>The lowest rank of a column that is only called Name.</summary>
    public const int NameOnly = NameTier * ColumnRank.TierStep;

    private const int OwnTier = 0;

    /// <summary>A word that is a name of anything where others stand beside it.</summary>
    private const int LooseTier = 1;

    /// <summary>Taken only where nothing better is there: of birth, or First without Name.</summary>
    private const int WeakTier = 2;
    private const int NameTier = 3;

    private const WordRole Firsts = WordRole.FirstName | WordRole.Forename;
    private const WordRole Lasts = WordRole.LastName | WordRole.WeakLastName;
    private const WordRole Loose = WordRole.Name | WordRole.Nom | WordRole.Nome;
    private const WordRole Names = Firsts | Lasts | Loose | WordRole.First | WordRole.Last;

    /// <summary>What says nothing of whose name it is, or says that it is the contact's.</summary>
    private const WordRole Neutral = WordRole.Filler | WordRole.Ordinal | WordRole.Holder | WordRole.Contact | WordRole.Primary;

    /// <summary>What may stand beside a word that is always a first name, or always a last name.</summary>
    private const WordRole Beside = Neutral | WordRole.Unknown | WordRole.Home | WordRole.Secondary | WordRole.Explanation;

    /// <summary>How well a column fits; negative where it is neither.</summary>
    /// <param name="roles">What the words of its name say.</param>
    /// <param name="all">The same as a set.</param>
    /// <param name="ordinal">The figure in its name.</param>
    /// <param name="isPath">Whether its name is the path of a property, as name.givenName.</param>
    /// <param name="field">Which of both it is.</param>
    public static int Rank(WordRole[] roles, WordRole all, int ordinal, bool isPath, out ContactField field)
    {
        bool isFirst = all.HasAny(Firsts | WordRole.First);
        bool isLast = all.HasAny(Lasts | WordRole.Last);
        field = isFirst || (!isLast && all.HasAny(WordRole.Nome)) ? ContactField.FirstName : ContactField.LastName;
        if (!all.HasAny(Names) || (isFirst && isLast) || !all.HasOnly(Names | Beside))
        {
            return ColumnRank.None;
        }

        int tier = isFirst || isLast ? FindTierOfMarked(all, roles.Length, isPath) : FindTierOfLoose(all, roles.Length);
        return tier < 0 ? ColumnRank.None : ColumnRank.Of(tier, all, ordinal);
    }

    /// <summary>The tier of a name that says first or last.</summary>
    private static int FindTierOfMarked(WordRole all, int count, bool isPath)
    {
        bool isName = all.HasAny(Firsts | Lasts);
        if (all.HasAny(Loose))
        {
            // Name (First), Nom / Last name and name.givenName are one name. Nom et prénom, Name Vorname and Nome e cognome
            // are both names in one column.
            bool isOne = !isName
                || (isPath && !all.HasAny(WordRole.Nom | WordRole.Nome | WordRole.Forename))
                || (all.HasAny(Lasts) && !all.HasAny(WordRole.Name | WordRole.Nome))
                || (all.HasAny(Firsts) && !all.HasAny(WordRole.Name | WordRole.Nom));
            return isOne && all.HasOnly(Names | Neutral) ? OwnTier : ColumnRank.None;
        }

        // First and Last by themselves are names; with another word they are the first and the last of anything.
        return all.HasAny(WordRole.WeakLastName) || (!isName && count == 1) ? WeakTier : isName ? OwnTier : ColumnRank.None;
    }

    /// <summary>The tier of a name that says neither: some languages have a word for each, and another one for both.</summary>
    private static int FindTierOfLoose(WordRole all, int count)
    {
        if (all.HasAny(WordRole.Name))
        {
            // Nom / Naam is the same in two languages.
            return count == 1 || (all.HasAny(WordRole.Nom) && all.HasOnly(WordRole.Name | WordRole.Nom | WordRole.Filler)) ? NameTier : ColumnRank.None;
        }

        // In French, nombre is how many: Nombre de clients.
        bool isNome = all.HasAny(WordRole.Nome);
        WordRole beside = isNome ? WordRole.Filler | WordRole.Ordinal | WordRole.Primary : Neutral;
        return all.HasOnly(beside | (isNome ? WordRole.Nome : WordRole.Nom)) ? LooseTier : ColumnRank.None;
    }
}
