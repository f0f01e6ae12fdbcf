namespace ContactsPS.Client;

/// <summary>Makes the names of columns of the cells of a header.</summary>
internal static class Header
{
    /// <summary>A column without a name is called H and its place, as Import-Csv does.</summary>
    /// <exception cref="ContactsException">FileMalformed: two columns have one name.</exception>
    public static List<string> Name(IReadOnlyList<string> cells)
    {
        List<string> names = [];
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < cells.Count; i++)
        {
            string name = string.IsNullOrWhiteSpace(cells[i]) ? NameOf(i) : cells[i];
            if (!seen.Add(name))
            {
                throw new ContactsException(
                    ErrorIds.FileMalformed, $"Two columns are named '{ColumnName.ToVisible(name)}'. Rename one of them in the header.");
            }

            names.Add(name);
        }

        return names;
    }

    /// <summary>The name of a column that has none.</summary>
    public static string NameOf(int place) => FormattableString.Invariant($"H{place + 1}");
}
