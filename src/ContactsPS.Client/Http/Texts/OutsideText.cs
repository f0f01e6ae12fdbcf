using System.Globalization;
using System.Text;

namespace ContactsPS.Client;

/// <summary>
/// Makes texts from the network safe for errors, terminals, logs and files: the key is masked, the text is one line of
/// limited length, and it has no characters that a terminal interprets or that change the direction of the text. All
/// texts from outside go through this class.
/// </summary>
/// <param name="key">The key of the account. Null when the text doesn't belong to an account.</param>
internal sealed class OutsideText(string? key)
{
    /// <summary>The number of characters that are shown of a text.</summary>
    public const int MaximumLength = 500;

    private const string Mask = "***";

    private readonly SecretSearch? _secret = key is null ? null : new SecretSearch(key);

    /// <summary>Makes texts safe that don't belong to an account.</summary>
    public static OutsideText WithoutKey { get; } = new(key: null);

    /// <summary>Makes a text safe.</summary>
    public string Clean(string text)
    {
        // The key is searched in the whole text, because it may begin before the end of what is shown.
        string known = text.Length <= ServiceTransport.MaximumAnswerLength ? text : text[..ServiceTransport.MaximumAnswerLength];
        bool[] isSecret = _secret?.Find(known) ?? new bool[known.Length];
        int shown = Math.Min(known.Length, MaximumLength);
        var line = new StringBuilder(shown);
        for (int i = 0; i < shown;)
        {
            if (isSecret[i])
            {
                line.Append(i > 0 && isSecret[i - 1] ? string.Empty : Mask);
                i++;
                continue;
            }

            bool isCharacter = Rune.TryGetRuneAt(known, i, out Rune rune);
            line.Append(isCharacter && IsSafe(rune) ? rune.ToString() : " ");
            i += isCharacter ? rune.Utf16SequenceLength : 1;
        }

        return text.Length <= shown ? line.ToString() : line.Append('…').ToString();
    }

    /// <summary>
    /// Whether a character only shows itself. Control characters, and the invisible characters that reorder, join or hide
    /// text, do more.
    /// </summary>
    private static bool IsSafe(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
