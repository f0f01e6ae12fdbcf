using System.Runtime.CompilerServices;

namespace ContactsPS.Client;

/// <summary>Tells whether the quotes of a row are as RFC 4180, section 2, has them.</summary>
internal static class QuotedFields
{
    /// <summary>
    /// Whether each field that opens with a quote closes it, with a delimiter or the end of the row behind. A field that
    /// opens with a blank and a quote is not sound either: it was meant to be quoted, and would be sent with its quotes. A
    /// quote inside a field that opens with something else is text.
    /// </summary>
    [MethodImpl(HotPath.Compiled)]
    public static bool AreSound(ReadOnlySpan<char> row, char delimiter)
    {
        if (!row.Contains('"'))
        {
            return true;
        }

        row = row.TrimEnd("\r\n");
        while (true)
        {
            if (row.StartsWith('"') ? !TryPassQuoted(ref row) : row.StartsWith(' ') && row.TrimStart(' ').StartsWith('"'))
            {
                return false;
            }

            int end = row.IndexOf(delimiter);
            if (end < 0)
            {
                return true;
            }

            row = row[(end + 1)..];
        }

        bool TryPassQuoted(ref ReadOnlySpan<char> rest)
        {
            rest = rest[1..];
            for (int quote = rest.IndexOf('"'); quote >= 0; quote = rest.IndexOf('"'))
            {
                rest = rest[(quote + 1)..];
                if (!rest.StartsWith('"'))
                {
                    return rest.IsEmpty || rest[0] == delimiter;
                }

                rest = rest[1..];
            }

            return false;
        }
    }
}
