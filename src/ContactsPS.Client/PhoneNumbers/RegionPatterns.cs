using PhoneNumbers;

namespace ContactsPS.Client;

/// <summary>The patterns of a region, by their labels in a <see cref="DigitPatternGraph"/>.</summary>
internal sealed class RegionPatterns
{
    /// <summary>How many labels the patterns of a region take at most.</summary>
    public const int MostLabels = 12;

    private const int Voicemail = MostLabels - 1;

    private readonly DigitPatternGraph _graph;
    private readonly NumberLengths _lengths;
    private readonly bool _isMobileLikeFixedLine;

    /// <summary>The labels as bits, with the lengths for which each counts; by pattern.</summary>
    private readonly ulong[] _labels = new ulong[MostLabels];

    private readonly uint[] _lengthsOfLabels = new uint[MostLabels];

    private int _count;

    /// <summary>Adds the patterns of a region to a graph.</summary>
    /// <param name="graph">Gets the patterns.</param>
    /// <param name="region">Where they are from.</param>
    /// <param name="label">The first label to use; set to the first that is still free.</param>
    public RegionPatterns(DigitPatternGraph graph, PhoneMetadata region, ref int label)
    {
        _graph = graph;
        _lengths = new NumberLengths(region);
        _isMobileLikeFixedLine = region.SameMobileAndFixedLinePattern;
        HasLeadingDigits = region.HasLeadingDigits;
        IsComplete = !HasLeadingDigits || graph.TryAdd(region.LeadingDigits, label, isBeginning: true);
        _labels[_count++] = HasLeadingDigits ? 1ul << label++ : 0;
        Add(region.GeneralDesc, ref label);
        Add(region.FixedLine, ref label);
        Add(region.Mobile, ref label);
        Add(region.PremiumRate, ref label);
        Add(region.TollFree, ref label);
        Add(region.SharedCost, ref label);
        Add(region.Voip, ref label);
        Add(region.PersonalNumber, ref label);
        Add(region.Pager, ref label);
        Add(region.Uan, ref label);
        Add(region.Voicemail, ref label);
    }

    /// <summary>Whether all its patterns could be added.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Whether its numbers are told from those of other regions by how they begin.</summary>
    public bool HasLeadingDigits { get; }

    /// <summary>Whether a number begins as those of the region do.</summary>
    /// <param name="matches">The labels of the patterns that match it, as bits; likewise below.</param>
    public bool IsLeading(ulong matches) => (matches & _labels[0]) != 0;

    /// <summary>Whether a number matches the general pattern, its length aside.</summary>
    public bool IsGeneral(ulong matches) => (matches & _labels[1]) != 0;

    /// <summary>What kind of number it is, as libphonenumber's GetNumberType tells.</summary>
    public NumberKind GetKind(ulong matches, int length)
    {
        if (!Has(1, matches, length))
        {
            return NumberKind.None;
        }

        for (int other = 4; other < _count; other++)
        {
            if (Has(other, matches, length))
            {
                return other == Voicemail ? NumberKind.Voicemail : NumberKind.Other;
            }
        }

        bool isMobile = Has(3, matches, length);
        if (Has(2, matches, length))
        {
            return isMobile || _isMobileLikeFixedLine ? NumberKind.FixedLineOrMobile : NumberKind.FixedLine;
        }

        return isMobile && !_isMobileLikeFixedLine ? NumberKind.Mobile : NumberKind.None;
    }

    private bool Has(int pattern, ulong matches, int length)
        => (matches & _labels[pattern]) != 0 && NumberLengths.Has(_lengthsOfLabels[pattern], length);

    private void Add(PhoneNumberDesc pattern, ref int label)
    {
        if (pattern.HasNationalNumberPattern)
        {
            IsComplete = IsComplete && _graph.TryAdd(pattern.NationalNumberPattern, label);
            _labels[_count] = 1ul << label++;
            _lengthsOfLabels[_count] = _lengths.Of(pattern);
        }

        _count++;
    }
}
