namespace ContactsPS.Runs;

/// <summary>How much of several files was read, by their lengths.</summary>
internal sealed class FilesProgress
{
    private readonly Dictionary<string, long> _lengths = new(StringComparer.Ordinal);
    private readonly double _total;
    private double _done;
    private long _current;

    /// <summary>Takes the lengths of the files that are read next, in this order.</summary>
    public FilesProgress(IReadOnlyList<string> paths)
    {
        foreach (string path in paths)
        {
            var file = new FileInfo(path);
            long length = file.Exists ? file.Length : 0;
            _lengths[path] = length;
            _total += length;
        }
    }

    /// <summary>Begins with a file. Those before it are read, or can't be.</summary>
    public void Begin(string path)
    {
        _done += _current;
        _current = _lengths.GetValueOrDefault(path);
    }

    /// <summary>Gets the share of all files that was read, from 0 to 1. Null when it is not known.</summary>
    /// <param name="read">The share of the current file that was read. Null when it is not known: a pipe.</param>
    public double? GetFraction(double? read) => read is null ? null
        : _total > 0 ? Math.Min(1, (_done + (_current * read.Value)) / _total)
        : read;
}
