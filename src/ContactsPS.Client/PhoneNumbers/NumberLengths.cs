using PhoneNumbers;

namespace ContactsPS.Client;

/// <summary>How many digits the national numbers of a region can have, in general and by kind; each set as bits.</summary>
internal sealed class NumberLengths
{
    /// <summary>The longest national number that libphonenumber knows.</summary>
    public const int Longest = 17;

    private readonly uint _localOnly;

    /// <summary>Takes the lengths from libphonenumber.</summary>
    public NumberLengths(PhoneMetadata region)
    {
        All = Read(region.GeneralDesc.PossibleLengthList);
        _localOnly = Read(region.GeneralDesc.PossibleLengthLocalOnlyList);
        FixedLine = Of(region.FixedLine);
        Mobile = Of(region.Mobile);
    }

    /// <summary>Those of all numbers.</summary>
    public uint All { get; }

    /// <summary>Those of fixed lines.</summary>
    public uint FixedLine { get; }

    /// <summary>Those of mobiles.</summary>
    public uint Mobile { get; }

    /// <summary>Whether a set has a length.</summary>
    public static bool Has(uint lengths, int length) => length <= Longest && ((lengths >> length) & 1) != 0;

    /// <summary>The lengths of a kind of numbers; those of the region where the description has none of its own.</summary>
    public uint Of(PhoneNumberDesc kind) => kind.PossibleLengthCount == 0 ? All : Read(kind.PossibleLengthList);

    /// <summary>
    /// Whether libphonenumber drops a national prefix where a number of that length remains: it may be too long, but
    /// neither too short nor between the lengths of the region.
    /// </summary>
    public bool AllowsPrefix(int length)
        => (Has(All, length) && !Has(_localOnly, length)) || IsTooLong(length);

    /// <summary>Whether a number is longer than any of the region.</summary>
    public bool IsTooLong(int length) => length > Longest || All >> length == 0;

    private static uint Read(IList<int> lengths)
    {
        uint bits = 0;
        for (int i = 0; i < lengths.Count; i++)
        {
            // A kind that a region doesn't have has the length -1.
            bits |= lengths[i] > 0 ? 1u << lengths[i] : 0;
        }

        return bits;
    }
}
