using System.Globalization;

namespace ContactsPS.Client;

/// <summary>
/// Patterns over digits as a graph: a non-deterministic automaton. Reads the part of regular expressions that
/// libphonenumber's metadata is written in: digits, classes of digits, groups, alternatives, ?, {n}, {n,m}, and $ at the
/// end of an alternative.
/// </summary>
/// <remarks>
/// Plain arrays and few methods: a graph is built a few times in a process, and compiling the methods takes longer than
/// running them.
/// </remarks>
internal sealed class DigitPatternGraph
{
    /// <summary>The node where every pattern starts.</summary>
    public const int Root = 0;

    /// <summary>Stands for no node and no way.</summary>
    public const int None = -1;

    private const int AllDigits = 0b11_1111_1111;

    /// <summary>The patterns of a country make at most 2,500 nodes.</summary>
    private const int MostNodes = 8192;

    private string _pattern = string.Empty;
    private int _position;
    private int _atEnd;
    private int _emptyCount;

    /// <summary>Makes a graph of no patterns.</summary>
    public DigitPatternGraph()
    {
        AddNode();
    }

    /// <summary>How many nodes there are.</summary>
    public int Count;

    /// <summary>The digits that lead on from each node, as bits.</summary>
    public readonly ushort[] Digits = new ushort[MostNodes];

    /// <summary>The node that the digits of each node lead to.</summary>
    public readonly short[] Next = new short[MostNodes];

    /// <summary>The labels of the patterns that end in each node, as bits.</summary>
    public readonly ulong[] Labels = new ulong[MostNodes];

    /// <summary>The first way on from each node that needs no digit, or <see cref="None"/>.</summary>
    public readonly short[] FirstEmpty = new short[MostNodes];

    /// <summary>The node that each way without a digit leads to. A node has at most two such ways on average.</summary>
    public readonly short[] NextOfEmpty = new short[2 * MostNodes];

    /// <summary>The way of the same node that follows each way without a digit, or <see cref="None"/>.</summary>
    public readonly short[] FollowingEmpty = new short[2 * MostNodes];

    /// <summary>Adds a pattern.</summary>
    /// <param name="pattern">The regular expression.</param>
    /// <param name="label">From 0 to 63: what its matches are known by.</param>
    /// <param name="isBeginning">Whether anything may follow what it matches.</param>
    /// <param name="labelAtEnd">The label of what matches only where nothing follows ($); <see cref="None"/>: there may be no $.</param>
    /// <returns>False where it has something else than the part that is known, or is too large; the graph is of no use then.</returns>
    public bool TryAdd(string pattern, int label, bool isBeginning = false, int labelAtEnd = None)
    {
        _pattern = pattern;
        _position = 0;
        _atEnd = None;
        int last = ReadChoice(Root);
        if (last == None || _position != pattern.Length || (_atEnd != None && labelAtEnd == None))
        {
            return false;
        }

        Labels[last] |= 1ul << label;
        if (isBeginning)
        {
            Digits[last] = AllDigits;
            Next[last] = (short)last;
        }

        if (_atEnd != None)
        {
            Labels[_atEnd] |= 1ul << labelAtEnd;
        }

        return true;
    }

    /// <summary>Reads alternatives up to a closing bracket or the end of the pattern.</summary>
    /// <returns>The node they end in, or <see cref="None"/> where they can't be read; likewise below.</returns>
    private int ReadChoice(int from)
    {
        int end = AddNode();
        while (end != None)
        {
            int node = AddNode();
            AddEmpty(from, node);
            while (node != None && _position < _pattern.Length && _pattern[_position] is not ('|' or ')'))
            {
                node = ReadRepeated(node);
            }

            if (node == None)
            {
                return None;
            }

            AddEmpty(node, end);
            if (_position == _pattern.Length || _pattern[_position] != '|')
            {
                break;
            }

            _position++;
        }

        return end;
    }

    /// <summary>Reads an element and how often it stands. Each time it stands it is read again, for nodes of its own.</summary>
    private int ReadRepeated(int from)
    {
        int start = _position;
        int node = ReadElement(from);
        if (node == None || _position == _pattern.Length || _pattern[_position] is not ('?' or '{' or '*' or '+'))
        {
            return node;
        }

        int end = AddNode();
        int following = ReadCount(out int least, out int most);
        if (end == None || following == None)
        {
            return None;
        }

        if (least == 0)
        {
            AddEmpty(from, end);
        }

        for (int count = 1; node != None; count++)
        {
            if (count >= least)
            {
                AddEmpty(node, end);
            }

            if (count == most)
            {
                _position = following;
                return end;
            }

            _position = start;
            node = ReadElement(node);
        }

        return None;
    }

    private int ReadElement(int from)
    {
        char c = _pattern[_position++];
        int node;
        if (c == '(')
        {
            _position += _pattern.AsSpan(_position).StartsWith("?:") ? 2 : 0;
            node = ReadChoice(from);
            return _position < _pattern.Length && _pattern[_position++] == ')' ? node : None;
        }

        node = AddNode();
        if (node == None)
        {
            return None;
        }

        if (c == '$')
        {
            // Nothing may follow: the way ends in a node that leads nowhere.
            _atEnd = _atEnd == None ? AddNode() : _atEnd;
            AddEmpty(from, _atEnd);
            return _position == _pattern.Length || _pattern[_position] is '|' or ')' ? node : None;
        }

        int digits = 0;
        if (char.IsAsciiDigit(c))
        {
            digits = 1 << (c - '0');
        }
        else if (c == '[')
        {
            digits = ReadClass();
        }

        Digits[from] = (ushort)digits;
        Next[from] = (short)node;
        return digits == 0 ? None : node;
    }

    /// <summary>Reads the inside of a class of digits, as bits; 0 where it can't be read.</summary>
    private int ReadClass()
    {
        int digits = 0;
        while (_position + 1 < _pattern.Length && char.IsAsciiDigit(_pattern[_position]))
        {
            int first = _pattern[_position++] - '0';
            int last = first;
            if (_pattern[_position] == '-' && _position + 1 < _pattern.Length)
            {
                last = _pattern[_position + 1] - '0';
                _position += 2;
            }

            if (last < first || last > 9)
            {
                return 0;
            }

            digits |= (AllDigits >> (9 - last)) & (AllDigits << first);
        }

        return _position < _pattern.Length && _pattern[_position++] == ']' ? digits : 0;
    }

    /// <summary>Reads ?, {n} or {n,m}.</summary>
    /// <returns>Where the pattern goes on, or <see cref="None"/>.</returns>
    private int ReadCount(out int least, out int most)
    {
        least = 0;
        most = 1;
        int following = _position + 1;
        if (_pattern[_position] == '{')
        {
            ReadOnlySpan<char> rest = _pattern.AsSpan(following);
            int close = Math.Max(rest.IndexOf('}'), 0);
            int comma = rest[..close].IndexOf(',');
            if (!int.TryParse(rest[..(comma < 0 ? close : comma)], NumberStyles.None, CultureInfo.InvariantCulture, out least)
                || !int.TryParse(rest[(comma + 1)..close], NumberStyles.None, CultureInfo.InvariantCulture, out most))
            {
                return None;
            }

            following += close + 1;
        }
        else if (_pattern[_position] != '?')
        {
            return None;
        }

        return most < least || most == 0 ? None : following;
    }

    private int AddNode()
    {
        if (Count == MostNodes)
        {
            return None;
        }

        FirstEmpty[Count] = None;
        return Count++;
    }

    private void AddEmpty(int node, int next)
    {
        if (node != None && next != None)
        {
            NextOfEmpty[_emptyCount] = (short)next;
            FollowingEmpty[_emptyCount] = FirstEmpty[node];
            FirstEmpty[node] = (short)_emptyCount++;
        }
    }
}
