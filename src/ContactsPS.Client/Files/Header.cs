namespace ContactsPS.Client;

/// <summary>Makes the names of columns of the cells of a header, or of names that are given in its place.</summary>
internal static class Header
{
    /// <summary>A column without a name is called H and its place, as Import-Csv does. Two columns may have one name.</summary>
    public static List<string> Name(IReadOnlyList<string> cells)
    {
        List<string> names = [];
        for (int i = 0; i < cells.Count; i++)
        {
            names.Add(string.IsNullOrWhiteSpace(cells[i]) ? NameOf(i) : cells[i]);
        }

        return names;
    }

    /// <summary>The names that are given for a file without a header; columns beyond them are called by their place.</summary>
    /// <param name="names">The names.</param>
    /// <param name="width">How many columns the file has.</param>
    /// <exception cref="ContactsException">HeaderInvalid: there is none, one is empty, or two are the same.</exception>
    public static List<string> Give(IReadOnlyList<string> names, int width)
    {
        Check(names);
        List<string> given = [.. names];
        while (given.Count < width)
        {
            given.Add(NameOf(given.Count));
        }

        return given;
    }

    /// <summary>Refuses names for a file whose rows have names of their own.</summary>
    /// <exception cref="ContactsException">HeaderInvalid.</exception>
    public static void Refuse(IReadOnlyList<string>? names)
    {
        if (names is not null)
        {
            throw new ContactsException(
                ErrorIds.HeaderInvalid, "The rows of JSON Lines have names of their own, and a header can't be given for them.");
        }
    }

    /// <summary>The name of a column that has none.</summary>
    public static string NameOf(int place) => FormattableString.Invariant($"H{place + 1}");

    /// <summary>
    /// Names that are all different, for objects: the second column named <c>Notes</c> is <c>Notes (2)</c>, or the next
    /// figure where the file has a column of that name. The same list where they are different already.
    /// </summary>
    public static IReadOnlyList<string> MakeUnique(IReadOnlyList<string> names)
    {
        var taken = new HashSet<string>(names, StringComparer.OrdinalIgnoreCase);
        if (taken.Count == names.Count)
        {
            return names;
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

        // The last figure of each name: to count from 2 for each of many columns of one name would take quadratic time.
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var unique = new string[names.Count];
        for (int i = 0; i < unique.Length; i++)
        {
            string name = names[i];
            int count = counts.GetValueOrDefault(name, 1);
            while (!seen.Add(name))
            {
                count++;
                string next = FormattableString.Invariant($"{names[i]} ({count})");
                name = taken.Contains(next) ? names[i] : next;
            }

            counts[names[i]] = count;
            unique[i] = name;
        }

        return unique;
    }

    private static void Check(IReadOnlyList<string> names)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (string name in names)
        {
            if (string.IsNullOrWhiteSpace(name))
            {
                throw new ContactsException(ErrorIds.HeaderInvalid, "A name in the header that is given is empty. Give each column a name.");
            }

            if (!seen.Add(name))
            {
                throw new ContactsException(
                    ErrorIds.HeaderInvalid, $"The header that is given has the name '{ColumnName.ToVisible(name)}' twice. Give each column a name of its own.");
            }
        }

        if (seen.Count == 0)
        {
            throw new ContactsException(ErrorIds.HeaderInvalid, "The header that is given has no names. Give each column a name.");
        }
    }
}
