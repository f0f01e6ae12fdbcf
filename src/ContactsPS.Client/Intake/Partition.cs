using System.Globalization;

namespace ContactsPS.Client;

/// <summary>
/// One of several shares of a file, of about the same size. The phone number of a contact decides its share. So all
/// rows of one number are in the same share: they are sent in order, and duplicates are found. For a row without a
/// valid number, its line decides. The shares are disjoint, and together they are the whole file.
/// </summary>
public sealed record Partition
{
    private Partition(int index, int count)
    {
        Index = index;
        Count = count;
    }

    /// <summary>The number of the share, from 1.</summary>
    public int Index { get; }

    /// <summary>The number of shares.</summary>
    public int Count { get; }

    /// <summary>Parses a text such as <c>3/16</c>: the third of sixteen.</summary>
    /// <exception cref="FormatException">The text has another format.</exception>
    public static Partition Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('/') is [string index, string count]
            && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out int i)
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out int n)
            && i >= 1 && i <= n
            ? new Partition(i, n)
            : throw new FormatException($"'{text}' is not a partition. Write the number of the share, from 1, and the number of shares. For example, 3/16 is the third of sixteen.");
    }

    /// <summary>Whether a contact with this phone number belongs to this share.</summary>
    public bool Owns(ReadOnlySpan<char> phoneNumber)
    {
        // FNV-1a, followed by the finaliser of MurmurHash3. Consecutive numbers must be spread over the shares, and a
        // number must have the same share in every process and on every machine.
        ulong hash = 14695981039346656037;
        foreach (char c in phoneNumber)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return Owns(hash ^ (hash >> 33));
    }

    /// <summary>Whether a row without a valid number, which begins on this line, belongs to this share.</summary>
    public bool Owns(long lineNumber) => Owns((ulong)lineNumber);

    /// <summary>The partition as text, such as <c>3/16</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");

    private bool Owns(ulong hash) => hash % (ulong)Count == (ulong)(Index - 1);
}
