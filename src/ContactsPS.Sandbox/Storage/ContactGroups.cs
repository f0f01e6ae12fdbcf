namespace ContactsPS.Sandbox.Storage;

/// <summary>
/// The lists or the tags: named groups of contacts. Both work in the same way, so they share this class.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="kind">"list" or "tag", which is the start of the table names.</param>
internal sealed class ContactGroups(Database database, string kind)
{
    private readonly Statement _exists = database.Statement($"SELECT 1 FROM {kind}s WHERE name = ?1");

    private readonly Statement _ensure = database.Statement(
        $"INSERT INTO {kind}s (name) VALUES (?1) ON CONFLICT (name) DO UPDATE SET name = excluded.name RETURNING id");

    private readonly Statement _attach = database.Statement($"INSERT OR IGNORE INTO {kind}_members (group_id, contact_id) VALUES (?1, ?2)");

    private readonly Statement _detach = database.Statement(
        $"DELETE FROM {kind}_members WHERE group_id = (SELECT id FROM {kind}s WHERE name = ?1) AND contact_id = ?2");

    private readonly Statement _detachFromAll = database.Statement($"DELETE FROM {kind}_members WHERE contact_id = ?1");

    private readonly Statement _empty = database.Statement(
        $"DELETE FROM {kind}_members WHERE group_id = (SELECT id FROM {kind}s WHERE name = ?1)");

    private readonly Statement _count = database.Statement(
        $"SELECT count(*) FROM {kind}_members WHERE group_id = (SELECT id FROM {kind}s WHERE name = ?1)");

    private readonly Statement _contains = database.Statement(
        $"SELECT 1 FROM {kind}_members WHERE group_id = (SELECT id FROM {kind}s WHERE name = ?1) AND contact_id = ?2");

    private readonly Statement _delete = database.Statement($"DELETE FROM {kind}s WHERE name = ?1");

    private readonly Statement _all = database.Statement(
        $"SELECT name, (SELECT count(*) FROM {kind}_members WHERE group_id = {kind}s.id) FROM {kind}s ORDER BY id");

    /// <summary>Whether a group with this name exists.</summary>
    public bool Exists(string name) => _exists.Bind(1, name).RunForNumber() is not null;

    /// <summary>Gets the id of the group with this name. The group is created if it doesn't exist.</summary>
    public long Ensure(string name) => _ensure.Bind(1, name).RunForNumber()!.Value;

    /// <summary>Attaches a contact to a group. Nothing changes if it is already attached.</summary>
    public void Attach(long group, long contact) => _attach.Bind(1, group).Bind(2, contact).Run();

    /// <summary>
    /// Detaches a contact from the group with this name, if the group exists and the contact is attached.
    /// </summary>
    public void Detach(string name, long contact) => _detach.Bind(1, name).Bind(2, contact).Run();

    /// <summary>Counts the contacts of the group with this name. 0 when there is no such group.</summary>
    public long Count(string name) => _count.Bind(1, name).RunForNumber()!.Value;

    /// <summary>Whether a contact is attached to the group with this name.</summary>
    public bool Contains(string name, long contact) => _contains.Bind(1, name).Bind(2, contact).RunForNumber() is not null;

    /// <summary>Detaches a contact from all groups of this kind.</summary>
    public void DetachFromAll(long contact) => _detachFromAll.Bind(1, contact).Run();

    /// <summary>Detaches all contacts from the group with this name, if it exists.</summary>
    public void Empty(string name) => _empty.Bind(1, name).Run();

    /// <summary>Deletes the group with this name, if it exists. Its contacts are not deleted.</summary>
    public void Delete(string name)
    {
        Empty(name);
        _delete.Bind(1, name).Run();
    }

    /// <summary>Gets all groups in the order in which they were created, with their numbers of contacts.</summary>
    public List<(string Name, long Contacts)> All()
    {
        List<(string, long)> all = [];
        while (_all.Step())
        {
            all.Add((_all.Text(0), _all.Number(1)));
        }

        return all;
    }
}
