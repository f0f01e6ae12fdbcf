using System.Text;

namespace ContactsPS.Sandbox.Storage;

/// <summary>
/// Finds contacts by their phone number and name. Each word must be in the phone number, the first name or the last
/// name. Upper and lower case are equal. A word of digits is also found in its international form: 0612 in +33612.
/// </summary>
internal sealed class ContactSearch
{
    private readonly string[] _words;

    private ContactSearch(string[] words) => _words = words;

    /// <summary>
    /// The start of the phone number, when the search is only this. Null otherwise. An index finds it in a million contacts.
    /// </summary>
    public string? NumberStart => _words is [['+', ..] start] && start.AsSpan(1).ContainsAnyExceptInRange('0', '9') is false ? start : null;

    /// <summary>Reads the words. Null when there are none.</summary>
    public static ContactSearch? Read(string? text)
    {
        string[] words = (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        // A phone number is written in groups of digits: they are one word.
        string joined = string.Concat(words);
        if (joined.Length > 0 && joined.All(letter => char.IsAsciiDigit(letter) || "+-.()/".Contains(letter, StringComparison.Ordinal)))
        {
            string digits = string.Concat(joined.Where(char.IsAsciiDigit));
            words = digits.Length == 0 ? [joined] : [joined[0] == '+' ? $"+{digits}" : digits.TrimStart('0') is { Length: > 0 } rest ? rest : digits];
        }

        return words.Length == 0 ? null : new ContactSearch(words);
    }

    /// <summary>Whether a contact matches. The parameters are UTF-8.</summary>
    public bool Matches(ReadOnlySpan<byte> phoneNumber, ReadOnlySpan<byte> firstName, ReadOnlySpan<byte> lastName)
    {
        if (NumberStart is { } start)
        {
            return phoneNumber.StartsWith(Encoding.ASCII.GetBytes(start));
        }

        const int Longest = 512;
        int length = phoneNumber.Length + firstName.Length + lastName.Length + 2;
        Span<char> text = length <= Longest ? stackalloc char[Longest] : new char[length];
        int end = Encoding.UTF8.GetChars(phoneNumber, text);
        text[end++] = '\n';
        end += Encoding.UTF8.GetChars(firstName, text[end..]);
        text[end++] = '\n';
        end += Encoding.UTF8.GetChars(lastName, text[end..]);
        foreach (string word in _words)
        {
            if (!text[..end].Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
