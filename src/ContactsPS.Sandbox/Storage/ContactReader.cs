namespace ContactsPS.Sandbox.Storage;

/// <summary>
/// Reads contacts page by page, in the order in which they first arrived, or in the opposite order. So a million
/// contacts don't fill the memory, and don't delay the requests that arrive in the meantime.
/// </summary>
internal sealed class ContactReader(Database database)
{
    private const int PageSize = 250;

    // About 5 ms of work.
    private const int ScanSize = 20_000;

    private const string Columns =
        """
        c.id, c.phone_number, c.first_name, c.last_name, c.param1, c.param2, c.param3, c.param4, c.param5,
        (SELECT json_group_array(name) FROM (SELECT g.name FROM list_members m JOIN lists g ON g.id = m.group_id WHERE m.contact_id = c.id ORDER BY g.id)),
        (SELECT json_group_array(name) FROM (SELECT g.name FROM tag_members m JOIN tags g ON g.id = m.group_id WHERE m.contact_id = c.id ORDER BY g.id)),
        EXISTS (SELECT 1 FROM optouts o WHERE o.phone_number = c.phone_number),
        c.received_count
        """;

    private const string ScanColumns = "c.id, c.phone_number, c.first_name, c.last_name";

    // More candidates than this are so many that a scan finds a page of them soon.
    private const int MostCandidates = 1000;

    private readonly Statement _startingWith = database.Statement(
        $"SELECT id FROM contacts WHERE phone_number >= ?1 AND phone_number < ?1 || ':' LIMIT {MostCandidates + 1}");

    private readonly Statement _one = database.Statement($"SELECT {Columns} FROM contacts c WHERE c.id = ?1");

    // One statement for each combination of filters and orders: at most forty.
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    /// <summary>
    /// Reads the rows of the next page. The columns are: id, phone number, the seven texts, lists and tags as JSON
    /// arrays, opted out, received count.
    /// </summary>
    /// <param name="filter">The contacts to read.</param>
    /// <param name="from">The rows have greater ids than this. With <paramref name="newestFirst"/>: smaller ids.</param>
    /// <param name="newestFirst">The order.</param>
    /// <param name="row">Gets each row. It returns false to stop.</param>
    /// <returns>
    /// The id to continue from. Null after the last contact, and when it was stopped. A page of a search may have no rows.
    /// </returns>
    public long? Page(ContactFilter filter, long from, bool newestFirst, Func<Statement, bool> row)
    {
        if (Candidates(filter) is { } candidates)
        {
            IEnumerable<long> ordered = newestFirst ? candidates.Where(id => id < from).OrderDescending() : candidates.Where(id => id > from).Order();
            _ = ordered.All(id => One(id, row));
            return null;
        }

        Statement page = Select(filter.Search is null ? Columns : ScanColumns, filter, newestFirst, filter.Search is null ? PageSize : ScanSize);
        Bind(page, filter).Bind(4, from);
        try
        {
            long? last = null;
            while (page.Step())
            {
                last = page.Number(0);
                if (filter.Search is null ? !row(page) : IsFound(filter.Search, page) && !One(last.Value, row))
                {
                    return null;
                }
            }

            return last;
        }
        finally
        {
            page.Reset();
        }
    }

    /// <summary>Counts the contacts of a filter without a search.</summary>
    public long Count(ContactFilter filter) =>
        Bind(Statement($"SELECT count(*) {Source(filter).From}"), filter).RunForNumber()!.Value;

    /// <summary>Counts the found contacts in the next part of the table.</summary>
    /// <returns>The number of found contacts, and the id to continue from: null after the last part.</returns>
    public (long Found, long? Next) CountFound(ContactFilter filter, ContactSearch search, long from)
    {
        if (Candidates(filter) is { } candidates)
        {
            return (candidates.Count, null);
        }

        Statement page = Select(ScanColumns, filter, newestFirst: false, ScanSize);
        Bind(page, filter).Bind(4, from);
        long found = 0;
        long? last = null;
        while (page.Step())
        {
            last = page.Number(0);
            found += IsFound(search, page) ? 1 : 0;
        }

        return (found, last);
    }

    // The contacts whose numbers start with the search. Null when the index doesn't help.
    private List<long>? Candidates(ContactFilter filter)
    {
        if (filter is not { ListName: null, TagName: null, PhoneNumber: null, Search.NumberStart: { } start })
        {
            return null;
        }

        List<long> found = [];
        _startingWith.Bind(1, start);
        while (_startingWith.Step())
        {
            found.Add(_startingWith.Number(0));
        }

        return found.Count > MostCandidates ? null : found;
    }

    private bool One(long id, Func<Statement, bool> row)
    {
        _one.Bind(1, id);
        try
        {
            return !_one.Step() || row(_one);
        }
        finally
        {
            _one.Reset();
        }
    }

    private static bool IsFound(ContactSearch search, Statement page) => search.Matches(page.Bytes(1), page.Bytes(2), page.Bytes(3));

    private Statement Select(string columns, ContactFilter filter, bool newestFirst, int limit)
    {
        (string from, string id) = Source(filter);
        return Statement($"SELECT {columns} {from} AND {id} {(newestFirst ? '<' : '>')} ?4 ORDER BY {id} {(newestFirst ? "DESC" : "ASC")} LIMIT {limit}");
    }

    // Scans the members of the list or of the tag if one is given, and otherwise the contacts. CROSS JOIN prevents
    // SQLite from choosing another order, in which each page would sort all remaining rows.
    private static (string From, string Id) Source(ContactFilter filter)
    {
        const string List = "(SELECT id FROM lists WHERE name = ?1)";
        const string Tag = "(SELECT id FROM tags WHERE name = ?2)";
        string number = filter.PhoneNumber is null ? string.Empty : "AND c.phone_number = ?3";
        return filter switch
        {
            { ListName: null, TagName: null } => ($"FROM contacts c WHERE true {number}", "c.id"),
            { ListName: null } => ($"FROM tag_members t CROSS JOIN contacts c ON c.id = t.contact_id WHERE t.group_id = {Tag} {number}", "t.contact_id"),
            { TagName: null } => ($"FROM list_members l CROSS JOIN contacts c ON c.id = l.contact_id WHERE l.group_id = {List} {number}", "l.contact_id"),
            _ => ($"FROM list_members l CROSS JOIN tag_members t ON t.group_id = {Tag} AND t.contact_id = l.contact_id CROSS JOIN contacts c ON c.id = l.contact_id WHERE l.group_id = {List} {number}", "l.contact_id"),
        };
    }

    private static Statement Bind(Statement statement, ContactFilter filter)
    {
        BindGiven(1, filter.ListName);
        BindGiven(2, filter.TagName);
        BindGiven(3, filter.PhoneNumber);
        return statement;

        void BindGiven(int position, string? value)
        {
            if (value is not null)
            {
                statement.Bind(position, value);
            }
        }
    }

    private Statement Statement(string sql)
    {
        if (!_statements.TryGetValue(sql, out Statement? statement))
        {
            statement = database.Statement(sql);
            _statements.Add(sql, statement);
        }

        return statement;
    }
}
