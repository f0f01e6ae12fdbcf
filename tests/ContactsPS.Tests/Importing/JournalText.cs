using System.Globalization;
using System.Text;

namespace ContactsPS.Tests.Importing;

/// <summary>Reads a journal by its description in docs/journal.md, independently of the module.</summary>
public sealed class JournalText
{
    /// <summary>The accepted ranges by their first line; the last line is the highest of this range and those before it.</summary>
    private readonly (long First, long Last)[] _accepted;
    private readonly HashSet<long> _rejected = [];

    private JournalText(string[] records)
    {
        Records = records;
        List<(long First, long Last)> accepted = [];
        foreach (string[] words in records.Select(record => record[..record.LastIndexOf(" #", StringComparison.Ordinal)].Split(' ')))
        {
            switch (words[0])
            {
                case "accepted":
                    Assert.Equal(3, words.Length);
                    accepted.Add((Number(words[1]), Number(words[2])));
                    break;
                case "rejected":
                    _rejected.Add(Number(words[1]));
                    break;
                default:
                    Assert.Equal(("ended", 6), (words[0], words.Length));
                    Assert.Null(Totals);
                    Totals = [.. words[1..].Select(Number)];
                    break;
            }
        }

        _accepted = [.. accepted.Order()];
        for (int i = 1; i < _accepted.Length; i++)
        {
            _accepted[i].Last = Math.Max(_accepted[i].Last, _accepted[i - 1].Last);
        }
    }

    /// <summary>The complete records, without the two lines of the header.</summary>
    public IReadOnlyList<string> Records { get; }

    /// <summary>The counts of a completed run: read, accepted, rejected, duplicate and excluded. Null if the run is not completed.</summary>
    public IReadOnlyList<long>? Totals { get; }

    /// <summary>Reads a journal file, which may not exist.</summary>
    public static JournalText Read(string path) => File.Exists(path) ? Parse(File.ReadAllBytes(path)) : new JournalText([]);

    /// <summary>Reads the bytes of a journal, which may be cut off: a record counts only with its line feed.</summary>
    public static JournalText Parse(ReadOnlySpan<byte> bytes)
    {
        string[] lines = Encoding.UTF8.GetString(bytes[..(bytes.LastIndexOf((byte)'\n') + 1)]).Split('\n')[..^1];
        return new JournalText(lines.Length < 2 ? [] : lines[2..]);
    }

    /// <summary>Whether the service has accepted the row with this line number, if the row can be sent.</summary>
    public bool Acknowledges(long line)
    {
        int at = Array.BinarySearch(_accepted, (line, long.MaxValue));
        int last = at >= 0 ? at : ~at - 1;
        return !_rejected.Contains(line) && last >= 0 && line <= _accepted[last].Last;
    }

    /// <summary>Whether the row with this line number is accepted or rejected, and so is not sent again.</summary>
    public bool Settles(long line) => _rejected.Contains(line) || Acknowledges(line);

    private static long Number(string text) => long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
