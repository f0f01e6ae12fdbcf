namespace ContactsPS.Client;

/// <summary>
/// The words in the names of columns, and their roles. The words are as <see cref="NameWords"/> makes them: in lower case
/// and without accents. A term of several words (<c>first name</c>, <c>land-line</c>, <c>WhatsApp</c>) is written as one
/// word. Plurals that end with s, and compounds (<c>Mobilfunknummer</c>), are recognised without being listed. Each line
/// begins with the language of its words.
/// </summary>
internal static class Vocabulary
{
    // The roles are stored as int, because the runtime contains compiled code for this dictionary, and not for one of an enum.
    private static readonly Dictionary<string, int> s_words = Build();

    /// <summary>The role of a word. None when it is not in the vocabulary.</summary>
    public static WordRole Find(string word)
    {
        if (s_words.TryGetValue(word, out int role)
            || (word.Length > 3 && word[^1] == 's' && s_words.TryGetValue(word[..^1], out role)))
        {
            return (WordRole)(uint)role;
        }

        return WordRole.None;
    }

    private static Dictionary<string, int> Build()
    {
        var words = new Dictionary<string, int>(2500, StringComparer.Ordinal);

        PhoneWords.AddTo(words);
        OwnerWords.AddTo(words);
        DetailWords.AddTo(words);
        PersonWords.AddTo(words);
        return words;
    }

    /// <summary>Adds the words of a text, which all have one role.</summary>
    internal static void Add(Dictionary<string, int> words, WordRole role, string text)
    {
        // Not with String.Split: its first call in a process takes longer than the rest of this method.
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] > ' ')
            {
                continue;
            }

            if (i > start && text[i - 1] != ':')
            {
                // A word can be in several languages, but only with one role.
                string word = text[start..i];
                if (!words.TryAdd(word, (int)role) && words[word] != (int)role)
                {
                    throw new InvalidOperationException($"'{word}' has two roles: {(WordRole)(uint)words[word]} and {role}.");
                }
            }

            start = i + 1;
        }
    }
}
