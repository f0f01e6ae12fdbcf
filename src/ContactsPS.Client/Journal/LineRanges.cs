namespace ContactsPS.Client;

/// <summary>A set of line numbers, stored as ranges. Lines are looked up in ascending order.</summary>
internal sealed class LineRanges
{
    private readonly List<(long First, long Last)> _ranges = [];
    private int _next;
    private bool _isSorted = true;

    /// <summary>Adds the lines from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public void Add(long first, long last)
    {
        // Batches end almost in order, so most ranges continue the previous range and need no space.
        if (_ranges.Count > 0 && _ranges[^1].Last + 1 == first)
        {
            _ranges[^1] = (_ranges[^1].First, last);
            return;
        }

        _isSorted &= _ranges.Count == 0 || _ranges[^1].Last < first;
        _ranges.Add((first, last));
    }

    /// <summary>Whether the set contains a line. Call it with ascending lines.</summary>
    public bool Contains(long line)
    {
        if (!_isSorted)
        {
            Sort();
        }

        while (_next < _ranges.Count && _ranges[_next].Last < line)
        {
            _next++;
        }

        return _next < _ranges.Count && _ranges[_next].First <= line;
    }

    /// <summary>Sorts the ranges, and joins ranges that overlap or touch.</summary>
    private void Sort()
    {
        _ranges.Sort();
        int kept = 0;
        for (int i = 1; i < _ranges.Count; i++)
        {
            if (_ranges[i].First <= _ranges[kept].Last + 1)
            {
                _ranges[kept] = (_ranges[kept].First, Math.Max(_ranges[kept].Last, _ranges[i].Last));
            }
            else
            {
                _ranges[++kept] = _ranges[i];
            }
        }

        _ranges.RemoveRange(kept + 1, _ranges.Count - kept - 1);
        _isSorted = true;
    }
}
