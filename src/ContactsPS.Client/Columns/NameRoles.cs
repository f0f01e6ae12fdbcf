using System.Globalization;

namespace ContactsPS.Client;

/// <summary>Finds the roles of the words of a name, one after the other.</summary>
internal sealed class NameRoles
{
    /// <summary>The most words of a name that can be one word of the vocabulary: nom d'utilisateur has three.</summary>
    private const int LongestTerm = 4;

    /// <summary>The length of the shortest compound of two words: phno.</summary>
    private const int ShortestCompound = 4;

    /// <summary>
    /// The roles of words that can be part of a compound even when they are short. If this were true for all words, nearly any
    /// text would be a compound.
    /// </summary>
    private const WordRole ShortParts = WordRole.Mobile | WordRole.Messaging | WordRole.Phone | WordRole.Number
        | WordRole.NumberMark | WordRole.Landline;

    private readonly string[] _words;

    /// <summary>Space for all roles: each part of a compound has at least two letters.</summary>
    private readonly WordRole[] _roles;
    private int _count;

    private NameRoles(string folded)
    {
        int count = 1;
        foreach (char c in folded)
        {
            count += c is NameWords.Blank or NameWords.Joint ? 1 : 0;
        }

        _words = new string[count];
        _roles = new WordRole[folded.Length];
        int start = 0;
        int word = 0;
        for (int i = 0; i <= folded.Length; i++)
        {
            if (i == folded.Length || folded[i] is NameWords.Blank or NameWords.Joint)
            {
                _words[word++] = folded[start..i];
                start = i + 1;
            }
        }
    }

    /// <summary>Finds the roles of the words of a name.</summary>
    /// <param name="folded">The name, as <see cref="NameWords.Fold"/> makes it.</param>
    /// <param name="ordinal">The digit in the name, such as 2 in Phone 2. 0 when there is no digit.</param>
    public static WordRole[] Find(string folded, out int ordinal)
    {
        ordinal = 0;
        if (folded.Length == 0)
        {
            return [];
        }

        var name = new NameRoles(folded);
        int place = 0;
        for (int i = 0; i < name._words.Length;)
        {
            string word = name._words[i];
            int count = name.AddTerm(i);
            if (count == 0 && word.Length == 1)
            {
                // A single letter is an ending or an article: (e), d', l'.
                bool isDigit = char.IsDigit(word[0]);
                ordinal = isDigit ? Math.Max(ordinal, CharUnicodeInfo.GetDecimalDigitValue(word[0])) : ordinal;
                name.Add(isDigit ? WordRole.Ordinal : WordRole.Filler);
                count = 1;
            }
            else if (count == 0)
            {
                count = name.AddCompound(i, folded, place);
            }

            for (int end = i + count; i < end; i++)
            {
                place += name._words[i].Length + 1;
            }
        }

        var roles = new WordRole[name._count];
        Array.Copy(name._roles, roles, roles.Length);
        return roles;
    }

    /// <summary>Adds the role of the longest word of the vocabulary that the next words make. Returns how many words it has.</summary>
    private int AddTerm(int index)
    {
        for (int count = Math.Min(LongestTerm, _words.Length - index); count > 0; count--)
        {
            WordRole role = Vocabulary.Find(count == 1 ? _words[index] : string.Join(null, _words, index, count));
            if (role != WordRole.None)
            {
                Add(role);
                return count;
            }
        }

        return 0;
    }

    /// <summary>
    /// Adds the roles of the parts of a compound: the next word, or the next word and those that are joined to it
    /// (GSMnummer). If it isn't a compound, the word is unknown.
    /// </summary>
    /// <param name="index">The word.</param>
    /// <param name="folded">The name.</param>
    /// <param name="place">The position of the word in the name.</param>
    private int AddCompound(int index, string folded, int place)
    {
        if (Split(_words[index], 0))
        {
            return 1;
        }

        int joined = 1;
        while (place < folded.Length && folded[place] != NameWords.Blank)
        {
            joined += folded[place++] == NameWords.Joint ? 1 : 0;
        }

        if (joined > 1 && Split(string.Join(null, _words, index, joined), 0))
        {
            return joined;
        }

        Add(char.IsDigit(_words[index][0]) ? WordRole.Filler : WordRole.Unknown);
        return 1;
    }

    /// <summary>
    /// Splits the end of a word into words of the vocabulary, and adds their roles. An s or an n can be between two parts. A
    /// compound that means another number, such as Kundennummer, has that one role, whatever the other words are.
    /// </summary>
    private bool Split(string word, int start)
    {
        int before = _count;
        for (int end = word.Length; word.Length >= ShortestCompound && end > start + 1; end--)
        {
            WordRole role = Vocabulary.Find(word[start..end]);
            if (role is WordRole.None or WordRole.Filler || (!role.HasAny(ShortParts) && end - start < ShortestCompound))
            {
                continue;
            }

            Add(role);
            if (end == word.Length || Split(word, end) || (word[end] is 's' or 'n' && Split(word, end + 1)))
            {
                WordRole all = WordRole.None;
                for (int i = before; i < _count; i++)
                {
                    all |= _roles[i];
                }

                if (start == 0 && all.HasAny(PhoneNumberName.Numbers) && !all.HasAny(PhoneNumberName.Phones | WordRole.Contact))
                {
                    _count = before;
                    Add(WordRole.OtherNumber);
                }

                return true;
            }

            _count = before;
        }

        return false;
    }

    private void Add(WordRole role) => _roles[_count++] = role;
}
