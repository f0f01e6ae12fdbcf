namespace ContactsPS.Client;

/// <summary>
/// The words that columns are recognised by. A word is written as <see cref="NameWords"/> makes it: lower case, no
/// accents. One that is written in several parts (<c>first name</c>, <c>land-line</c>, <c>WhatsApp</c>) is written as
/// one here. A plural that ends with s, and compounds of these words (<c>Mobilfunknummer</c>), are found without being
/// listed. Each line begins with the language of its words.
/// </summary>
internal static class Vocabulary
{
    // The roles are kept as int: a dictionary of these is compiled already, which one of a type of ours never is.
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
        // By hand: the first long text that String.Split takes apart in a process costs more than all the rest here.
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] > ' ')
            {
                continue;
            }

            if (i > start && text[i - 1] != ':')
            {
                // Several languages may share a word; they must mean the same by it.
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
