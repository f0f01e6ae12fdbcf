using System.Runtime.CompilerServices;
using PhoneNumbers;

namespace ContactsPS.Client;

/// <summary>
/// Which national numbers are valid in some regions of one calling code, compiled from libphonenumber's patterns. The
/// answers are those of its <c>IsValidNumber</c> and <c>GetNumberType</c>.
/// </summary>
internal sealed class RegionNumbers
{
    private const int AnswersPerSet = DigitAutomaton.Lengths;

    /// <summary>A label is a bit.</summary>
    private const int MostLabels = 64;

    private readonly DigitAutomaton _automaton;

    /// <summary>The answer for each set of patterns that can match, and each length.</summary>
    private readonly byte[] _answers;

    private RegionNumbers(DigitAutomaton automaton, byte[] answers)
    {
        _automaton = automaton;
        _answers = answers;
    }

    /// <summary>Compiles the numbers of as many regions as there are labels for.</summary>
    /// <param name="regions">The regions of a calling code, in libphonenumber's order.</param>
    /// <param name="first">The first of them to take; set to the first that was not taken.</param>
    /// <returns>Null where a pattern can't be compiled.</returns>
    public static RegionNumbers? Compile(PhoneMetadata[] regions, ref int first)
    {
        var graph = new DigitPatternGraph();
        List<RegionPatterns> patterns = [];
        for (int label = 0; first < regions.Length && label + RegionPatterns.MostLabels <= MostLabels; first++)
        {
            patterns.Add(new RegionPatterns(graph, regions[first], ref label));
            if (!patterns[^1].IsComplete)
            {
                return null;
            }
        }

        DigitAutomaton? automaton = DigitAutomatonBuilder.Build(graph);
        if (automaton is null)
        {
            return null;
        }

        ulong[] sets = automaton.LabelSets;
        byte[] answers = new byte[sets.Length * AnswersPerSet];
        for (int i = 0; i < answers.Length; i++)
        {
            answers[i] = Answer(patterns, sets[i / AnswersPerSet], i % AnswersPerSet).Bits;
        }

        return new RegionNumbers(automaton, answers);
    }

    /// <summary>What these regions say to a national number.</summary>
    /// <param name="digits">At most <see cref="NumberLengths.Longest"/> ASCII digits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public NumberAnswer Match(ReadOnlySpan<byte> digits)
        => new(_answers[(_automaton.Match(digits) * AnswersPerSet) + digits.Length]);

    /// <summary>Asks one region after the other, as libphonenumber does.</summary>
    private static NumberAnswer Answer(List<RegionPatterns> regions, ulong matches, int length)
    {
        bool isGeneral = regions[0].IsGeneral(matches);
        for (int i = 0; i < regions.Count; i++)
        {
            // Where a region has leading digits, they alone tell that a number is its own, valid or not.
            NumberKind kind = regions[i].GetKind(matches, length);
            if (regions[i].HasLeadingDigits ? regions[i].IsLeading(matches) : kind != NumberKind.None)
            {
                return new NumberAnswer(kind, isGeneral, isDecided: true);
            }
        }

        return new NumberAnswer(NumberKind.None, isGeneral, isDecided: false);
    }
}
