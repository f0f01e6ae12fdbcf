namespace ContactsPS.Client;

/// <summary>
/// Finds the end of a quoted field of delimited text (RFC 4180, section 2). A quote inside the field is written twice.
/// </summary>
internal static class QuotedField
{
    /// <summary>The result of <see cref="Pass"/> for a field whose quote is not closed.</summary>
    public const int NotClosed = -1;

    private const byte Quote = (byte)'"';

    /// <summary>Gets the length of the quoted part at the start of a text, with both quotes.</summary>
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

    /// <summary>Whether a field opens with spaces and a quote. It was meant to be quoted, but is not.</summary>
    public static bool StandsBehindBlanks(ReadOnlySpan<byte> field) =>
        field.StartsWith((byte)' ') && field.TrimStart((byte)' ').StartsWith(Quote);
}
