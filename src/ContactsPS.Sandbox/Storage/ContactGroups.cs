namespace ContactsPS.Sandbox.Storage;

/// <summary>
/// The lists or the tags: named groups of contacts. Both work in the same way, so they share this class.
/// </summary>
internal sealed class ContactGroups
{
    private readonly Statement _exists;
    private readonly Statement _ensure;
    private readonly Statement _attach;
    private readonly Statement _detach;
    private readonly Statement _detachFromAll;
    private readonly Statement _empty;
    private readonly Statement _contains;
    private readonly Statement _delete;
    private readonly Statement _clearMembers;
    private readonly Statement _clear;
    private readonly Statement _all;
    private readonly Statement _countAll;
    private readonly Database _database;

    // The counts are read at each change that the page shows, and SQLite would count a million rows each time. Null
    // when they must be counted.
    private Dictionary<long, long>? _counts;

    /// <summary>Opens the groups.</summary>
    /// <param name="database">The database.</param>
    /// <param name="kind">"list" or "tag", which is the start of the table names.</param>
    public ContactGroups(Database database, string kind)
    {
        string groupOfName = $"(SELECT id FROM {kind}s WHERE name = ?1)";
        _database = database;
        _exists = database.Statement($"SELECT id FROM {kind}s WHERE name = ?1");
        _ensure = database.Statement(
            $"INSERT INTO {kind}s (name) VALUES (?1) ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id");
        _attach = database.Statement($"INSERT OR IGNORE INTO {kind}_members (group_id, contact_id) VALUES (?1, ?2)");
        _detach = database.Statement(
            $"DELETE FROM {kind}_members WHERE group_id = {groupOfName} AND contact_id = ?2 RETURNING group_id");
        _detachFromAll = database.Statement($"DELETE FROM {kind}_members WHERE contact_id = ?1 RETURNING group_id");
        _empty = database.Statement($"DELETE FROM {kind}_members WHERE group_id = ?1");
        _contains = database.Statement($"SELECT 1 FROM {kind}_members WHERE group_id = {groupOfName} AND contact_id = ?2");
        _delete = database.Statement($"DELETE FROM {kind}s WHERE id = ?1");
        _clearMembers = database.Statement($"DELETE FROM {kind}_members");
        _clear = database.Statement($"DELETE FROM {kind}s");
        _all = database.Statement($"SELECT id, name FROM {kind}s ORDER BY id");
        _countAll = database.Statement($"SELECT group_id, count(*) FROM {kind}_members GROUP BY group_id");
        database.AfterRollback(() => _counts = null);
    }

    private Dictionary<long, long> Counts => _counts ??= CountAll();

    /// <summary>Whether a group with this name exists.</summary>
    public bool Exists(string name) => Find(name) is not null;

    /// <summary>Gets the id of the group with this name. The group is created if it doesn't exist.</summary>
    public long Ensure(string name) => _ensure.Bind(1, name).RunForNumber()!.Value;

    /// <summary>Attaches a contact to a group. Nothing changes if it is already attached.</summary>
    public void Attach(long group, long contact)
    {
        // The counts come first, because a count after the insert would contain the new row.
        Dictionary<long, long> counts = Counts;
        _attach.Bind(1, group).Bind(2, contact).Run();
        if (_database.Changes > 0)
        {
            counts[group] = counts.GetValueOrDefault(group) + 1;
        }
    }

    /// <summary>
    /// Detaches a contact from the group with this name, if the group exists and the contact is attached.
    /// </summary>
    public void Detach(string name, long contact) => Remove(_detach.Bind(1, name).Bind(2, contact));

    /// <summary>Counts the contacts of the group with this name. 0 when there is no such group.</summary>
    public long Count(string name) => Find(name) is { } group ? Counts.GetValueOrDefault(group) : 0;

    /// <summary>Whether a contact is attached to the group with this name.</summary>
    public bool Contains(string name, long contact) => _contains.Bind(1, name).Bind(2, contact).RunForNumber() is not null;

    /// <summary>Detaches a contact from all groups of this kind.</summary>
    public void DetachFromAll(long contact) => Remove(_detachFromAll.Bind(1, contact));

    /// <summary>Detaches all contacts from the group with this name, if it exists.</summary>
    public void Empty(string name)
    {
        if (Find(name) is { } group)
        {
            _empty.Bind(1, group).Run();
            Counts.Remove(group);
        }
    }

    /// <summary>Deletes the group with this name, if it exists. Its contacts are not deleted.</summary>
    public void Delete(string name)
    {
        if (Find(name) is { } group)
        {
            Empty(name);
            _delete.Bind(1, group).Run();
        }
    }

    /// <summary>Deletes all groups.</summary>
    public void Clear()
    {
        _clearMembers.Run();
        _clear.Run();
        _counts = [];
    }

    /// <summary>Gets all groups in the order in which they were created, with their numbers of contacts.</summary>
    public List<(string Name, long Contacts)> All()
    {
        Dictionary<long, long> counts = Counts;
        List<(string, long)> all = [];
        while (_all.Step())
        {
            all.Add((_all.Text(1), counts.GetValueOrDefault(_all.Number(0))));
        }

        return all;
    }

    private long? Find(string name) => _exists.Bind(1, name).RunForNumber();

    // The statement returns the group of each deleted row.
    private void Remove(Statement delete)
    {
        Dictionary<long, long> counts = Counts;
        while (delete.Step())
        {
            counts[delete.Number(0)]--;
        }
    }

    private Dictionary<long, long> CountAll()
    {
        Dictionary<long, long> counts = [];
        while (_countAll.Step())
        {
            counts[_countAll.Number(0)] = _countAll.Number(1);
        }

        return counts;
    }
}
