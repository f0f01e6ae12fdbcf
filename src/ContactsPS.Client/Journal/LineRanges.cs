namespace ContactsPS.Client;

/// <summary>A set of line numbers, stored as ranges. Lines are looked up in ascending order.</summary>
internal sealed class LineRanges
{
    private readonly List<(long First, long Last)> _ranges = [];
    private int _next;
    private bool _isSorted;

    /// <summary>Adds the lines from <paramref name="first"/> to <paramref name="last"/>.</summary>
    public void Add(long first, long last)
    {
        // Batches end almost in order, so most ranges continue the previous range and need no space.
        if (_ranges.Count > 0 && _ranges[^1].Last + 1 == first)
        {
            _ranges[^1] = (_ranges[^1].First, last);
            return;
        }

        _ranges.Add((first, last));
        _isSorted = false;
    }

    /// <summary>Whether the set contains a line. Call it with ascending lines.</summary>
    public bool Contains(long line)
    {
        if (!_isSorted)
        {
            _ranges.Sort();
            _isSorted = true;
        }

        // The ranges may overlap. A range that ends before this line is not needed for a later line.
        while (_next < _ranges.Count && _ranges[_next].Last < line)
        {
            _next++;
        }

        return _next < _ranges.Count && _ranges[_next].First <= line;
    }
}
