using System.Numerics;

namespace ContactsPS.Client;

/// <summary>Makes a <see cref="DigitAutomaton"/> of patterns: the subset construction.</summary>
internal sealed class DigitAutomatonBuilder
{
    /// <summary>The patterns of a country make at most 500 states; what makes more is left to libphonenumber.</summary>
    private const int MostStates = 2048;

    private const int MostLabelSets = 256;

    private readonly DigitPatternGraph _graph;

    /// <summary>The states by the nodes they stand for: the characters of a text, in the order of the graph.</summary>
    private readonly Dictionary<string, int> _states = [];

    private readonly string[] _nodesOfStates = new string[MostStates];
    private readonly ushort[] _table = new ushort[MostStates * DigitAutomaton.Stride];
    private readonly ulong[] _labelSets = new ulong[MostLabelSets];
    private int _labelSetCount;

    /// <summary>The nodes of the state that is being made, and which nodes those are.</summary>
    private readonly char[] _members;

    private readonly bool[] _isMember;
    private int _memberCount;

    private DigitAutomatonBuilder(DigitPatternGraph graph)
    {
        _graph = graph;
        _members = new char[graph.Count];
        _isMember = new bool[graph.Count];
    }

    /// <summary>Makes an automaton of all patterns of a graph; null where it would be too large.</summary>
    public static DigitAutomaton? Build(DigitPatternGraph graph) => new DigitAutomatonBuilder(graph).Build();

    private DigitAutomaton? Build()
    {
        ushort[] digits = _graph.Digits;
        FindState();
        Reach(DigitPatternGraph.Root);
        FindState();
        for (int state = 1; state < _states.Count; state++)
        {
            string nodes = _nodesOfStates[state];
            int row = state * DigitAutomaton.Stride;
            for (int digit = 0; digit < 10; digit++)
            {
                int alike = digit == 0 ? DigitPatternGraph.None : FindAlike(nodes, digit);
                if (alike != DigitPatternGraph.None)
                {
                    _table[row + digit] = _table[row + alike];
                    continue;
                }

                foreach (char node in nodes)
                {
                    if (((digits[node] >> digit) & 1) != 0)
                    {
                        Reach(_graph.Next[node]);
                    }
                }

                int next = FindState();
                if (next < 0)
                {
                    return null;
                }

                _table[row + digit] = (ushort)(next * DigitAutomaton.Stride);
            }
        }

        var table = new ushort[_states.Count * DigitAutomaton.Stride];
        Array.Copy(_table, table, table.Length);
        var labelSets = new ulong[_labelSetCount];
        Array.Copy(_labelSets, labelSets, labelSets.Length);
        return new DigitAutomaton(table, FindEvenStates(table), labelSets);
    }

    /// <summary>
    /// Marks the states from which it doesn't matter what the digits are, only how many: all digits lead to one state, of
    /// which the same is true.
    /// </summary>
    /// <returns>For each of them the index of the set of labels behind 0 digits, 1 digit, …; nothing is at 0.</returns>
    private static byte[] FindEvenStates(ushort[] table)
    {
        const int Digit = 0;
        var isEven = new bool[table.Length / DigitAutomaton.Stride];
        for (int state = 0; state < isEven.Length; state++)
        {
            int row = state * DigitAutomaton.Stride;
            isEven[state] = true;
            for (int digit = 1; digit < 10; digit++)
            {
                isEven[state] &= table[row + digit] == table[row + Digit];
            }
        }

        int count = 1;
        for (bool isChanged = true; isChanged;)
        {
            isChanged = false;
            count = 1;
            for (int state = 0; state < isEven.Length; state++)
            {
                bool isStill = isEven[state] && isEven[table[(state * DigitAutomaton.Stride) + Digit] / DigitAutomaton.Stride];
                isChanged |= isEven[state] != isStill;
                isEven[state] = isStill;
                count += isStill ? 1 : 0;
            }
        }

        var sets = new byte[count * DigitAutomaton.Lengths];
        int place = DigitAutomaton.Lengths;
        for (int state = 0; state < isEven.Length; state++)
        {
            if (isEven[state])
            {
                table[(state * DigitAutomaton.Stride) + DigitAutomaton.EvenColumn] = (ushort)place;
                for (int length = 0, row = state * DigitAutomaton.Stride; length < DigitAutomaton.Lengths; length++)
                {
                    sets[place++] = (byte)table[row + DigitAutomaton.LabelColumn];
                    row = table[row + Digit];
                }
            }
        }

        return sets;
    }

    /// <summary>Finds a digit below one that leads on from the same nodes, so leads to the same state.</summary>
    private int FindAlike(string nodes, int digit)
    {
        int candidates = (1 << digit) - 1;
        foreach (char node in nodes)
        {
            int leading = _graph.Digits[node];
            candidates &= ((leading >> digit) & 1) != 0 ? leading : ~leading;
        }

        return candidates == 0 ? DigitPatternGraph.None : BitOperations.TrailingZeroCount(candidates);
    }

    /// <summary>Adds a node to the state that is being made, and those that are reached from it without a digit.</summary>
    private void Reach(int node)
    {
        if (_isMember[node])
        {
            return;
        }

        _isMember[node] = true;
        _members[_memberCount++] = (char)node;
        for (int empty = _graph.FirstEmpty[node]; empty != DigitPatternGraph.None; empty = _graph.FollowingEmpty[empty])
        {
            Reach(_graph.NextOfEmpty[empty]);
        }
    }

    /// <summary>
    /// Ends the state that is being made: finds it by its nodes that read a digit or end a pattern, or adds it.
    /// </summary>
    /// <returns>Its number, or -1 where there are too many.</returns>
    private int FindState()
    {
        int kept = 0;
        ulong labels = 0;
        for (int i = 0; i < _memberCount; i++)
        {
            char node = _members[i];
            _isMember[node] = false;
            ulong labelsOfNode = _graph.Labels[node];
            if (_graph.Digits[node] != 0 || labelsOfNode != 0)
            {
                labels |= labelsOfNode;
                _members[kept++] = node;
            }
        }

        _memberCount = 0;
        Array.Sort(_members, 0, kept);
        var nodes = new string(_members, 0, kept);
        if (_states.TryGetValue(nodes, out int state))
        {
            return state;
        }

        int set = 0;
        while (set < _labelSetCount && _labelSets[set] != labels)
        {
            set++;
        }

        state = _states.Count;
        if (state == MostStates || set == MostLabelSets)
        {
            return -1;
        }

        _labelSets[set] = labels;
        _labelSetCount = Math.Max(_labelSetCount, set + 1);
        _states.Add(nodes, state);
        _nodesOfStates[state] = nodes;
        _table[(state * DigitAutomaton.Stride) + DigitAutomaton.LabelColumn] = (ushort)set;
        return state;
    }
}
