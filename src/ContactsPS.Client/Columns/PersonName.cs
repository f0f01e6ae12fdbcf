namespace ContactsPS.Client;

/// <summary>
/// Finds out whether a column holds first names or last names. A column with names of other people or of things, or with
/// whole names, holds neither.
/// </summary>
internal static class PersonName
{
    /// <summary>The lowest rank of a column that is only called Name.</summary>
    public const int NameOnly = NameTier * ColumnRank.TierStep;

    private const int OwnTier = 0;

    /// <summary>A word that, together with other words, can be the name of anything.</summary>
    private const int LooseTier = 1;

    /// <summary>Used only when there is nothing better: the name at birth, or First without Name.</summary>
    private const int WeakTier = 2;
    private const int NameTier = 3;

    private const WordRole Firsts = WordRole.FirstName | WordRole.Forename;
    private const WordRole Lasts = WordRole.LastName | WordRole.WeakLastName;
    private const WordRole Loose = WordRole.Name | WordRole.Nom | WordRole.Nome;
    private const WordRole Names = Firsts | Lasts | Loose | WordRole.First | WordRole.Last;

    /// <summary>Roles that don't say whose name it is, or that say it is the contact's.</summary>
    private const WordRole Neutral = WordRole.Filler | WordRole.Ordinal | WordRole.Holder | WordRole.Contact | WordRole.Primary;

    /// <summary>Roles that are allowed beside a word that always means a first name, or always a last name.</summary>
    private const WordRole Beside = Neutral | WordRole.Unknown | WordRole.MobileMark | WordRole.Home | WordRole.Secondary | WordRole.Explanation;

    /// <summary>How well a column fits. Negative when it holds neither.</summary>
    /// <param name="roles">What the words of its name say.</param>
    /// <param name="all">The same as a set.</param>
    /// <param name="ordinal">The number in its name.</param>
    /// <param name="isPath">Whether its name is the path of a property, as name.givenName.</param>
    /// <param name="field">FirstName or LastName.</param>
    public static int Rank(WordRole[] roles, WordRole all, int ordinal, bool isPath, out ContactField field)
    {
        bool isFirst = all.HasAny(Firsts | WordRole.First);
        bool isLast = all.HasAny(Lasts | WordRole.Last);
        field = isFirst || (!isLast && all.HasAny(WordRole.Nome)) ? ContactField.FirstName : ContactField.LastName;
        if (!all.HasAny(Names) || (isFirst && isLast) || !all.HasOnly(Names | Beside))
        {
            return ColumnRank.None;
        }

        int tier = isFirst || isLast ? FindTierOfMarked(all, roles.Length, isPath) : FindTierOfLoose(all, ordinal);
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

    /// <summary>The tier of a name that says neither first nor last, such as Nom, Nome and Name.</summary>
    private static int FindTierOfLoose(WordRole all, int ordinal)
    {
        if (all.HasAny(WordRole.Name))
        {
            // Nom / Naam is the same in two languages. Name 2 is usually the second line of an address.
            bool isBilingual = all.HasAny(WordRole.Nom) && all.HasOnly(WordRole.Name | WordRole.Nom | WordRole.Filler);
            return isBilingual || (ordinal < 2 && all.HasOnly(WordRole.Name | WordRole.Ordinal)) ? NameTier : ColumnRank.None;
        }

        // In French, nombre is how many: Nombre de clients.
        bool isNome = all.HasAny(WordRole.Nome);
        WordRole beside = isNome ? WordRole.Filler | WordRole.Ordinal | WordRole.Primary : Neutral;
        return all.HasOnly(beside | (isNome ? WordRole.Nome : WordRole.Nom)) ? LooseTier : ColumnRank.None;
    }
}
