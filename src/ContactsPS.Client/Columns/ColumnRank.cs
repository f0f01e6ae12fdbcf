namespace ContactsPS.Client;

/// <summary>
/// How well a column fits a field. Less is better: first counts what it is, then whose it is, then the figure in its
/// name. Of two that are equal, the first in the file is taken.
/// </summary>
internal static class ColumnRank
{
    /// <summary>The best there is.</summary>
    public const int Best = 0;

    /// <summary>What the rank of one that doesn't fit is.</summary>
    public const int None = -1;

    /// <summary>The difference between two tiers.</summary>
    public const int TierStep = 1000;

    /// <summary>The difference between two that are not equal, at least: a half of it puts one of two equal ones behind the other.</summary>
    public const int Step = 2;

    /// <summary>Puts a column behind the others of its tier and its use, whatever their figures are.</summary>
    public const int Behind = UseStep / 2;

    private const int UseStep = 100;

    /// <summary>Makes a rank.</summary>
    /// <param name="tier">What it is; 0 is best.</param>
    /// <param name="roles">What the words of its name say, which tells whose it is.</param>
    /// <param name="ordinal">The figure in its name, from 0 to 9; 0 and 1 are the same.</param>
    public static int Of(int tier, WordRole roles, int ordinal)
    {
        // The main one, then one of which nothing is said, then the contact's at home or as a customer, then one with
        // words that aren't known, then the one at work, then any that is called another one. Home comes before work:
        // what is sent is for the contact, and not for an office.
        int use = roles.HasAny(WordRole.Secondary) ? 5
            : roles.HasAny(WordRole.Work) ? 4
            : roles.HasAny(WordRole.Unknown | WordRole.Last) ? 3
            : roles.HasAny(WordRole.Home | WordRole.Holder | WordRole.Chat) ? 2
            : roles.HasAny(WordRole.Primary) ? 0 : 1;
        return (tier * TierStep) + (use * UseStep) + (Math.Max(ordinal - 1, 0) * Step);
    }
}
