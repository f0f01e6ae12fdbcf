using System.Globalization;
using System.Runtime.InteropServices;

namespace ContactsPS.Client;

/// <summary>
/// A text without blanks, line breaks and invisible characters, in which escape sequences are decoded step by step.
/// Each character knows its place in the original text.
/// </summary>
internal sealed class DecodedText
{
    private readonly List<char> _characters = [];
    private readonly List<(int Start, int End)> _places = [];

    private DecodedText()
    {
    }

    /// <summary>The characters.</summary>
    public ReadOnlySpan<char> Characters => CollectionsMarshal.AsSpan(_characters);

    /// <summary>Starts with a text whose escape sequences are not decoded.</summary>
    public static DecodedText Of(string text)
    {
        var decoded = new DecodedText();
        for (int i = 0; i < text.Length; i++)
        {
            decoded.Add(text[i], (i, i + 1));
        }

        return decoded;
    }

    /// <summary>Decodes the escape sequences once. Null when there are none.</summary>
    public DecodedText? Decode()
    {
        var decoded = new DecodedText();
        bool isChanged = false;
        ReadOnlySpan<char> rest = Characters;
        int at = 0;
        while (at < rest.Length)
        {
            int length = TextEscapes.Read(rest[at..], out char value);
            isChanged |= length > 0;
            int end = at + Math.Max(length, 1);
            decoded.Add(length > 0 ? value : rest[at], (_places[at].Start, _places[end - 1].End));
            at = end;
        }

        return isChanged ? decoded : null;
    }

    /// <summary>Gets the part of the original text that consecutive characters stand for.</summary>
    /// <param name="first">The index of the first character.</param>
    /// <param name="last">The index of the last character.</param>
    public (int Start, int End) Locate(int first, int last) => (_places[first].Start, _places[last].End);

    private void Add(char value, (int Start, int End) place)
    {
        if (!char.IsWhiteSpace(value) && !char.IsControl(value) && char.GetUnicodeCategory(value) != UnicodeCategory.Format)
        {
            _characters.Add(value);
            _places.Add(place);
        }
    }
}
