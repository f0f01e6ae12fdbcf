using System.Runtime.CompilerServices;

namespace ContactsPS.Client;

/// <summary>
/// A deterministic automaton over the ten digits: tells in one step a digit which of some patterns a number matches.
/// Each pattern has a label, from 0 to 63. Made by <see cref="DigitAutomatonBuilder"/>.
/// </summary>
internal sealed class DigitAutomaton
{
    /// <summary>The columns of a state: ten digits, the two below, and a rest that makes the row a power of two.</summary>
    public const int Stride = 16;

    /// <summary>The column with the index of the set of labels that match where the digits end in a state.</summary>
    public const int LabelColumn = 10;

    /// <summary>
    /// The column of a state from which only the number of digits matters: the place in the table of sets by that number.
    /// 0 where the digits matter.
    /// </summary>
    public const int EvenColumn = 11;

    /// <summary>The most digits that are asked about, and none.</summary>
    public const int Lengths = 18;

    /// <summary>The state where no pattern can match any more.</summary>
    public const int Dead = 0;

    /// <summary>The state before the first digit.</summary>
    public const int Start = Stride;

    /// <summary>A row for each state; a state is named by the place of its row.</summary>
    private readonly ushort[] _table;

    /// <summary>For each state from which the digits don't matter, the index of the set behind 0 digits, 1 digit, …</summary>
    private readonly byte[] _setsByLength;

    /// <summary>Makes an automaton; its first row is the dead state, its second the start.</summary>
    public DigitAutomaton(ushort[] table, byte[] setsByLength, ulong[] labelSets)
    {
        _table = table;
        _setsByLength = setsByLength;
        LabelSets = labelSets;
    }

    /// <summary>The sets of labels that can match together, as bits; not to be changed. The first is empty.</summary>
    public ulong[] LabelSets { get; }

    /// <summary>The index in <see cref="LabelSets"/> of the patterns that match all of the digits.</summary>
    /// <param name="digits">At most 17 ASCII digits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Match(ReadOnlySpan<byte> digits)
    {
        ushort[] table = _table;
        int state = Start;
        for (int i = 0; i < digits.Length; i++)
        {
            // Each step waits for the one before. Most patterns end in some digits of any value, and these are not read.
            state = table[state + (digits[i] - '0')];
            int even = table[state + EvenColumn];
            if (even != 0)
            {
                return _setsByLength[even + digits.Length - i - 1];
            }
        }

        return table[state + LabelColumn];
    }

    /// <summary>The state behind a digit.</summary>
    public int Next(int state, byte digit) => _table[state + (digit - '0')];

    /// <summary>The labels of the patterns that match where the digits end in a state, as bits.</summary>
    public ulong GetLabels(int state) => LabelSets[_table[state + LabelColumn]];
}
