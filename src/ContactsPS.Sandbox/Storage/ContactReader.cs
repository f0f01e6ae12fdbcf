namespace ContactsPS.Sandbox.Storage;

/// <summary>
/// Reads contacts page by page, in the order in which they first arrived. So a million contacts don't fill the memory,
/// and don't delay the requests that arrive in the meantime.
/// </summary>
internal sealed class ContactReader(Database database)
{
    private const int PageSize = 250;

    private const string Columns =
        """
        c.id, c.phone_number, c.first_name, c.last_name, c.param1, c.param2, c.param3, c.param4, c.param5,
        (SELECT json_group_array(name) FROM (SELECT g.name FROM list_members m JOIN lists g ON g.id = m.group_id WHERE m.contact_id = c.id ORDER BY g.id)),
        (SELECT json_group_array(name) FROM (SELECT g.name FROM tag_members m JOIN tags g ON g.id = m.group_id WHERE m.contact_id = c.id ORDER BY g.id)),
        EXISTS (SELECT 1 FROM optouts o WHERE o.phone_number = c.phone_number),
        c.received_count
        """;

    // One statement for each combination of filters: at most eight for pages and eight for counts.
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    /// <summary>
    /// Reads the rows of the next page. The columns are: id, phone number, the seven texts, lists and tags as JSON
    /// arrays, opted out, received count.
    /// </summary>
    /// <returns>The id of the last row. Null when there was none.</returns>
    public long? Page(ContactFilter filter, long after, Action<Statement> row)
    {
        (string from, string id) = Source(filter);
        Statement page = Statement($"SELECT {Columns} {from} AND {id} > ?4 ORDER BY {id} LIMIT {PageSize}");
        Bind(page, filter).Bind(4, after);
        try
        {
            long? last = null;
            while (page.Step())
            {
                last = page.Number(0);
                row(page);
            }

            return last;
        }
        finally
        {
            page.Reset();
        }
    }

    /// <summary>Counts the contacts.</summary>
    public long Count(ContactFilter filter) =>
        Bind(Statement($"SELECT count(*) {Source(filter).From}"), filter).RunForNumber()!.Value;

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
