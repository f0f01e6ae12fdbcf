namespace ContactsPS.Client;

/// <summary>The character between two fields of delimited text.</summary>
internal static class FieldDelimiter
{
    /// <summary>The delimiter of a file that is written beside a source without delimiters, unless another one is given.</summary>
    public const char Default = ',';

    /// <summary>Checks that a delimiter can be distinguished from the text of the fields.</summary>
    /// <returns>The delimiter.</returns>
    /// <exception cref="ContactsException">DelimiterInvalid.</exception>
    public static char Check(char delimiter) =>
        char.IsAscii(delimiter) && !char.IsLetterOrDigit(delimiter) && delimiter is not ('"' or '\r' or '\n')
            ? delimiter
            : throw new ContactsException(
                ErrorIds.DelimiterInvalid,
                "The delimiter can't be a letter, a digit, a quote, a line break or a character that is not ASCII.");
}
