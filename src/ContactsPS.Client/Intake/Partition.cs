using System.Globalization;

namespace ContactsPS.Client;

/// <summary>
/// One of several equal shares of a file. A contact belongs to the share its phone number falls to, so that all the rows
/// of one number are in one share: they are sent in their order, and duplicates are found. A row without a usable number
/// belongs to the share its line falls to. The shares are disjoint, and together they are the file.
/// </summary>
public sealed record Partition
{
    private Partition(int index, int count)
    {
        Index = index;
        Count = count;
    }

    /// <summary>Which share, from 1.</summary>
    public int Index { get; }

    /// <summary>How many shares there are.</summary>
    public int Count { get; }

    /// <summary>Reads <c>3/16</c>: the third of sixteen.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static Partition Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('/') is [string index, string count]
            && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out int i)
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int n)
            && i >= 1 && i <= n
            ? new Partition(i, n)
            : throw new FormatException($"'{text}' is no partition. Write which share of how many, from 1: 3/16 is the third of sixteen.");
    }

    /// <summary>Whether the contact of a number belongs to this share.</summary>
    public bool Owns(ReadOnlySpan<char> phoneNumber)
    {
        // FNV-1a, and the finaliser of MurmurHash3 behind it: numbers that follow each other are to fall apart, and to
        // the same share in every process and on every machine.
        ulong hash = 14695981039346656037;
        foreach (char c in phoneNumber)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return Owns(hash ^ (hash >> 33));
    }

    /// <summary>Whether the row that begins on a line belongs to this share, where it has no usable number.</summary>
    public bool Owns(long lineNumber) => Owns((ulong)lineNumber);

    /// <summary><c>3/16</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");

    private bool Owns(ulong hash) => hash % (ulong)Count == (ulong)(Index - 1);
}
