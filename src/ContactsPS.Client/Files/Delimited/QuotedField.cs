namespace ContactsPS.Client;

/// <summary>Where a quoted field of delimited text ends (RFC 4180, section 2): a quote inside it is written twice.</summary>
internal static class QuotedField
{
    /// <summary>What <see cref="Pass"/> says of a field whose quote closes nowhere.</summary>
    public const int NotClosed = -1;

    private const byte Quote = (byte)'"';

    /// <summary>How long the quoted part is that a text begins with, both quotes included.</summary>
    public static int Pass(ReadOnlySpan<byte> text)
    {
        int at = 1;
        while (true)
        {
            int quote = text[at..].IndexOf(Quote);
            if (quote < 0)
            {
                return NotClosed;
            }

            at += quote + 1;
            if (at == text.Length || text[at] != Quote)
            {
                return at;
            }

            at++;
        }
    }

    /// <summary>Whether a field opens with blanks and a quote: it was meant to be quoted, and isn't.</summary>
    public static bool StandsBehindBlanks(ReadOnlySpan<byte> field) =>
        field.StartsWith((byte)' ') && field.TrimStart((byte)' ').StartsWith(Quote);
}
