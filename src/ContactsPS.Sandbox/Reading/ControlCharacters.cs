using System.Buffers;

namespace ContactsPS.Sandbox.Reading;

/// <summary>
/// Deletes control characters, because they are prohibited in all texts (web-service.md, Incorrect data). They are the
/// characters U+0000 to U+001F and U+007F to U+009F, so line breaks and tabs too.
/// </summary>
internal static class ControlCharacters
{
    private static readonly SearchValues<char> s_all =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl)]);

    /// <summary>Returns the text without control characters: the same text when it has none.</summary>
    public static string Delete(string text) =>
        text.AsSpan().ContainsAny(s_all) ? string.Concat(text.Where(letter => !char.IsControl(letter))) : text;
}
