namespace ContactsPS.Client;

/// <summary>
/// Tells whether a column holds phone numbers that a text message can go to. A mobile comes before a phone, the contact's
/// own before somebody else's, and a number of which nothing else is said comes last.
/// </summary>
internal static class PhoneNumberName
{
    /// <summary>Words for a phone, mobile or not.</summary>
    public const WordRole Phones = Mobiles | WordRole.Phone;

    /// <summary>Words for a number.</summary>
    public const WordRole Numbers = WordRole.Number | WordRole.NumberMark;

    /// <summary>The lowest rank of a column that is only called a number.</summary>
    public const int NumberOnly = NumberTier * ColumnRank.TierStep;

    private const int PhoneTier = 1;

    /// <summary>What is added where the name goes on with words that aren't known: it may be something about a phone.</summary>
    private const int UnclearTiers = 2;

    /// <summary>What is added when it is the number of another person.</summary>
    private const int OtherPersonTiers = 4;
    private const int NumberTier = 6;

    private const WordRole Mobiles = WordRole.Mobile | WordRole.Messaging | WordRole.Chat;

    /// <summary>What can stand in the name of no phone number.</summary>
    private const WordRole Others = WordRole.Landline | WordRole.Detail | WordRole.OtherNumber | WordRole.Street
        | WordRole.FirstName | WordRole.Forename | WordRole.LastName | WordRole.WeakLastName
        | WordRole.Name | WordRole.Nom | WordRole.Nome;

    /// <summary>What may stand beside a word for a number that is all there is.</summary>
    private const WordRole BesideNumber = Numbers | WordRole.Filler | WordRole.Ordinal | WordRole.Primary | WordRole.Explanation;

    /// <summary>What a number is of that isn't a phone number.</summary>
    private const WordRole Owners = WordRole.Holder | WordRole.OtherPerson | WordRole.Unknown;

    /// <summary>How well a column fits. Negative when it is not a phone.</summary>
    /// <param name="roles">What the words of its name say. Those that explain say nothing then.</param>
    /// <param name="ordinal">The figure in its name.</param>
    /// <param name="doubt">What speaks against it; null: nothing.</param>
    public static int Rank(WordRole[] roles, int ordinal, out ColumnWarningKind? doubt)
    {
        doubt = null;
        WordRole all = PassOverExplanation(roles);
        if (all.HasAny(Others))
        {
            return ColumnRank.None;
        }

        bool isPhone = all.HasAny(Phones);
        if (!isPhone && !(all.HasAny(WordRole.Contact) && all.HasAny(Numbers)))
        {
            if (!all.HasAny(WordRole.Number) || !all.HasOnly(BesideNumber))
            {
                return ColumnRank.None;
            }

            doubt = ColumnWarningKind.NumberOnly;
            return ColumnRank.Of(NumberTier, all, ordinal);
        }

        if (IsAnotherNumber(roles, isPhone))
        {
            return ColumnRank.None;
        }

        if (all.HasAny(WordRole.Unknown | WordRole.Last) && !all.HasAny(WordRole.Mobile | WordRole.Phone | Numbers))
        {
            // SMS and some other thing is nearly always about messages.
            return ColumnRank.None;
        }

        bool isUnclear = EndsUnknown(roles);

        bool isMobile = all.HasAny(Mobiles) || (isPhone && all.HasAny(WordRole.MobileMark));
        int tier = isMobile ? 0 : PhoneTier;
        if (all.HasAny(WordRole.OtherPerson))
        {
            tier += OtherPersonTiers;
            doubt = ColumnWarningKind.OtherPerson;
        }
        else if (isUnclear)
        {
            tier += UnclearTiers;
            doubt = ColumnWarningKind.UnknownWords;
        }

        // In an accounting program, the contact number beside a phone number is that of the record.
        return ColumnRank.Of(tier, all, ordinal) + (isPhone ? 0 : ColumnRank.Behind);
    }

    /// <summary>
    /// Ignores the words that explain what a phone is for, as in Mobile (with country code), and returns the roles of the
    /// other words. Two roles count in an explanation too: whose phone it is (Phone for emergencies), and that it is for
    /// messages (Phone for SMS).
    /// </summary>
    private static WordRole PassOverExplanation(WordRole[] roles)
    {
        WordRole all = WordRole.None;
        bool isExplained = false;
        for (int i = 0; i < roles.Length; i++)
        {
            isExplained |= roles[i] == WordRole.Explanation && all.HasAny(Phones);
            if (isExplained && !roles[i].HasAny(WordRole.OtherPerson | WordRole.Messaging))
            {
                roles[i] = WordRole.Filler;
            }

            all |= roles[i];
        }

        return all;
    }

    /// <summary>Whether a word that isn't known follows the last one for a phone or a number: Phone Zebra, and not Zebra Phone.</summary>
    private static bool EndsUnknown(WordRole[] roles)
    {
        int last = roles.Length - 1;
        while (last >= 0 && !roles[last].HasAny(WordRole.Unknown | Phones | Numbers))
        {
            last--;
        }

        return last >= 0 && roles[last] == WordRole.Unknown;
    }

    /// <summary>Whether the word for a number is not the phone's: N° client (mobile), Contact (N° client).</summary>
    private static bool IsAnotherNumber(WordRole[] roles, bool isPhone)
    {
        for (int i = 0; i < roles.Length; i++)
        {
            if (!roles[i].HasAny(Numbers))
            {
                continue;
            }

            WordRole before = FindNeighbour(roles, i, -1);
            WordRole after = FindNeighbour(roles, i, 1);
            bool isBound = isPhone
                ? (before | after).HasAny(Phones | WordRole.MobileMark | WordRole.Contact) : after == WordRole.OtherPerson;
            if (!isBound && (before | after).HasAny(Owners))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The next role on one side that has a meaning. None when there is no such role.</summary>
    private static WordRole FindNeighbour(WordRole[] roles, int index, int step)
    {
        do
        {
            index += step;
        }
        while (index >= 0 && index < roles.Length && roles[index].HasAny(WordRole.Filler | WordRole.Ordinal | Numbers));

        return index >= 0 && index < roles.Length ? roles[index] : WordRole.None;
    }
}
