namespace ContactsPS.Client;

/// <summary>
/// How well a column fits a field. A lower rank is better. The kind of the column counts first, then whose it is, then the
/// number in its name. Of two equal columns, the first in the file is used.
/// </summary>
internal static class ColumnRank
{
    /// <summary>The best rank.</summary>
    public const int Best = 0;

    /// <summary>The rank of a column that doesn't fit.</summary>
    public const int None = -1;

    /// <summary>The difference between two tiers.</summary>
    public const int TierStep = 1000;

    /// <summary>The smallest difference between two columns that are not equal. A difference of 1 orders two equal columns.</summary>
    public const int Step = 2;

    /// <summary>Puts a column behind the other columns of its tier and its use, whatever the numbers in their names are.</summary>
    public const int Behind = UseStep / 2;

    private const int UseStep = 100;

    /// <summary>Makes a rank.</summary>
    /// <param name="tier">The kind of the column. 0 is best.</param>
    /// <param name="roles">The roles of the words of its name, which say whose it is.</param>
    /// <param name="ordinal">The number in its name, from 0 to 9. 0 and 1 are the same.</param>
    public static int Of(int tier, WordRole roles, int ordinal)
    {
        // The order: the main one, one without such a word, the contact's at home or as a customer, one with unknown words,
        // the one at work, and one that is called another one. Home comes before work because a message is for the
        // contact and not for an office.
        int use = roles.HasAny(WordRole.Secondary) ? 5
            : roles.HasAny(WordRole.Work) ? 4
            : roles.HasAny(WordRole.Unknown | WordRole.Last) ? 3
            : roles.HasAny(WordRole.Home | WordRole.Holder | WordRole.Chat) ? 2
            : roles.HasAny(WordRole.Primary) ? 0 : 1;
        return (tier * TierStep) + (use * UseStep) + (Math.Max(ordinal - 1, 0) * Step);
    }
}
