namespace ContactsPS.Client;

/// <summary>Which column, or property, each field of a contact comes from.</summary>
public sealed class ColumnMap
{
    private readonly int[] _columns = [.. Enumerable.Repeat(-1, Contact.FieldCount)];
    private readonly List<ColumnConflict> _conflicts = [];

    private ColumnMap(IReadOnlyList<string> names)
    {
        Names = names;
        Unused = [];
    }

    /// <summary>The names of all the columns, in their order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The names of the columns no field comes from.</summary>
    public IReadOnlyList<string> Unused { get; private set; }

    /// <summary>The fields that several columns claimed.</summary>
    public IReadOnlyList<ColumnConflict> Conflicts => _conflicts;

    /// <summary>The place of the column a field comes from, from 0; -1 where there is none.</summary>
    public int this[ContactField field] => _columns[(int)field];

    /// <summary>Whether a field comes from a column, by its place.</summary>
    public bool Uses(int column) => _columns.Contains(column);

    /// <summary>Finds the columns of the fields.</summary>
    /// <param name="names">The names of the columns, in their order.</param>
    /// <param name="mapped">Fields for which the user named the column.</param>
    /// <param name="computed">Fields whose value is made otherwise: no column is looked for.</param>
    /// <param name="isLenient">Leave fields whose column isn't there without one, the phone number included.</param>
    /// <param name="headerLine">The line of a file the names stand on; null where they don't stand on one.</param>
    /// <exception cref="ContactsException">
    /// Unless <paramref name="isLenient"/>. ColumnNotFound: a named column isn't there. NoPhoneNumberColumn: nothing is
    /// known to hold the phone number.
    /// </exception>
    public static ColumnMap Match(
        IReadOnlyList<string> names,
        IReadOnlyDictionary<ContactField, string>? mapped = null,
        IReadOnlySet<ContactField>? computed = null,
        bool isLenient = false,
        long? headerLine = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        var map = new ColumnMap(names);
        foreach ((ContactField field, string name) in mapped ?? new Dictionary<ContactField, string>())
        {
            int column = map.FindNamed(name);
            if (column < 0 && !isLenient)
            {
                throw new ContactsException(
                    ErrorIds.ColumnNotFound,
                    $"The property map takes {field} from '{name}', and there is no such column. {Found(names, headerLine)}");
            }

            map._columns[(int)field] = column;
        }

        map.Recognise(field => mapped?.ContainsKey(field) == true || computed?.Contains(field) == true);
        if (!isLenient && map[ContactField.PhoneNumber] < 0 && computed?.Contains(ContactField.PhoneNumber) != true)
        {
            throw new ContactsException(
                ErrorIds.NoPhoneNumberColumn,
                $"No column is known to hold the phone number. {Found(names, headerLine)} Rename the one that does to phone_number, or name it: -PropertyMap @{{ PhoneNumber = '…' }}.");
        }

        map.Unused = [.. names.Where((_, i) => !map._columns.Contains(i))];
        return map;
    }

    private static string Found(IReadOnlyList<string> names, long? headerLine)
    {
        if (names.Count == 0)
        {
            return "There are no columns.";
        }

        string list = string.Join(", ", names.Select(ColumnName.ToVisible));
        return headerLine is { } line ? $"Line {line} was taken for the header, and the columns are: {list}." : $"The columns are: {list}.";
    }

    /// <summary>The column of that very name, or else the one of a name that differs only in what doesn't count.</summary>
    private int FindNamed(string name)
    {
        int exact = IndexOf(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));
        string simple = ColumnName.Simplify(name);
        return exact >= 0 ? exact : IndexOf(n => ColumnName.Simplify(n) == simple);
    }

    private int IndexOf(Func<string, bool> isMeant)
    {
        for (int i = 0; i < Names.Count; i++)
        {
            if (isMeant(Names[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Gives each field the column of the most exact name; between equals, the first.</summary>
    private void Recognise(Func<ContactField, bool> isSettled)
    {
        IEnumerable<IGrouping<ContactField, (int Column, int Rank)>> claims = Names
            .Select((name, column) => ColumnName.TryRecognise(name, out ContactField field, out int rank)
                ? (field, claim: (column, rank))
                : (field: (ContactField?)null, claim: default((int Column, int Rank))))
            .Where(known => known.field is { } field && !isSettled(field) && !_columns.Contains(known.claim.Column))
            .GroupBy(known => known.field!.Value, known => known.claim);
        foreach (IGrouping<ContactField, (int Column, int Rank)> field in claims)
        {
            (int Column, int Rank)[] ordered = [.. field.OrderBy(claim => claim.Rank).ThenBy(claim => claim.Column)];
            _columns[(int)field.Key] = ordered[0].Column;
            if (ordered.Length > 1)
            {
                _conflicts.Add(new ColumnConflict(
                    field.Key, Names[ordered[0].Column], [.. ordered[1..].Select(claim => Names[claim.Column])]));
            }
        }
    }
}
