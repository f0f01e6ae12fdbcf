using System.Buffers;
using System.Globalization;

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
    public static string Delete(string text, NotePath path, RequestNotes notes)
    {
        if (!text.AsSpan().ContainsAny(s_all))
        {
            return text;
        }

        string rest = string.Concat(text.Where(letter => !char.IsControl(letter)));
        notes.Formatted(path, string.Create(CultureInfo.InvariantCulture, $"Control characters were deleted: {text.Length - rest.Length}."));
        return rest;
    }
}
