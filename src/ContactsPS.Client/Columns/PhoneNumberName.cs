namespace ContactsPS.Client;

/// <summary>
/// Finds out whether a column holds phone numbers that can receive text messages. A mobile comes before a phone, and the
/// contact's own before that of another person. A column that only says number comes last.
/// </summary>
internal static class PhoneNumberName
{
    /// <summary>Words for a phone, mobile or not.</summary>
    public const WordRole Phones = Mobiles | WordRole.Phone;

    /// <summary>Words for a number.</summary>
    public const WordRole Numbers = WordRole.Number | WordRole.NumberMark;

    /// <summary>The lowest rank of a column that only says number.</summary>
    public const int NumberOnly = NumberTier * ColumnRank.TierStep;

    private const int PhoneTier = 1;

    /// <summary>Added when unknown words follow the word for a phone: the column can hold something about a phone.</summary>
    private const int UnclearTiers = 2;

    /// <summary>What is added when it is the number of another person.</summary>
    private const int OtherPersonTiers = 4;
    private const int NumberTier = 6;

    private const WordRole Mobiles = WordRole.Mobile | WordRole.Messaging | WordRole.Chat;

    /// <summary>Roles that a phone number column never has.</summary>
    private const WordRole Others = WordRole.Landline | WordRole.Detail | WordRole.OtherNumber | WordRole.Street
        | WordRole.FirstName | WordRole.Forename | WordRole.LastName | WordRole.WeakLastName
        | WordRole.Name | WordRole.Nom | WordRole.Nome;

    /// <summary>Roles that are allowed in a name that only says number.</summary>
    private const WordRole BesideNumber = Numbers | WordRole.Filler | WordRole.Ordinal | WordRole.Primary | WordRole.Explanation;

    /// <summary>Roles that make a number another number than a phone number.</summary>
    private const WordRole Owners = WordRole.Holder | WordRole.OtherPerson | WordRole.Unknown;

    /// <summary>How well a column fits. Negative when it is not a phone.</summary>
    /// <param name="roles">The roles of the words of its name. This method replaces those of an explanation with Filler.</param>
    /// <param name="ordinal">The number in its name.</param>
    /// <param name="doubt">The reason why the column may be the wrong one. Null when there is none.</param>
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

    /// <summary>Whether an unknown word follows the last word for a phone or a number: true for Phone Zebra, false for Zebra Phone.</summary>
    private static bool EndsUnknown(WordRole[] roles)
    {
        int last = roles.Length - 1;
        while (last >= 0 && !roles[last].HasAny(WordRole.Unknown | Phones | Numbers))
        {
            last--;
        }

        return last >= 0 && roles[last] == WordRole.Unknown;
    }

    /// <summary>Whether the word for a number means another number: N° client (mobile), Contact (N° client).</summary>
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
