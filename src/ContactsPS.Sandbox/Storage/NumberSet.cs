namespace ContactsPS.Sandbox.Storage;

/// <summary>A set of phone numbers: the opt-outs, or the refusals.</summary>
internal sealed class NumberSet
{
    private readonly Statement _clear;
    private readonly Statement _add;
    private readonly Statement _remove;
    private readonly Statement _all;

    // The set is read for each contact of each request, so it is also kept in memory.
    private HashSet<string> _set;

    /// <summary>Loads the set.</summary>
    /// <param name="database">The database.</param>
    /// <param name="table">The table of the set.</param>
    public NumberSet(Database database, string table)
    {
        _clear = database.Statement($"DELETE FROM {table}");
        _add = database.Statement($"INSERT INTO {table} (phone_number) VALUES (?1)");
        _remove = database.Statement($"DELETE FROM {table} WHERE phone_number = ?1");
        _all = database.Statement($"SELECT phone_number FROM {table} ORDER BY id");
        _set = ReadAll();
        database.AfterRollback(() => _set = ReadAll());
    }

    /// <summary>The numbers, in the order in which they were given.</summary>
    public IReadOnlyCollection<string> Numbers => _set;

    /// <summary>Whether the number, in E.164, is in the set.</summary>
    public bool Contains(string phoneNumber) => _set.Contains(phoneNumber);

    /// <summary>Replaces the set. Duplicate numbers are ignored.</summary>
    public void Replace(IEnumerable<string> phoneNumbers)
    {
        var set = new HashSet<string>(phoneNumbers, StringComparer.Ordinal);
        _clear.Run();
        foreach (string number in set)
        {
            _add.Bind(1, number).Run();
        }

        _set = set;
    }

    /// <summary>Adds a number. Nothing changes if it is already in the set.</summary>
    public void Add(string phoneNumber)
    {
        if (_set.Add(phoneNumber))
        {
            _add.Bind(1, phoneNumber).Run();
        }
    }

    /// <summary>Removes a number. False when it is not in the set.</summary>
    public bool Remove(string phoneNumber)
    {
        _remove.Bind(1, phoneNumber).Run();
        return _set.Remove(phoneNumber);
    }

    private HashSet<string> ReadAll()
    {
        var set = new HashSet<string>(StringComparer.Ordinal);
        while (_all.Step())
        {
            set.Add(_all.Text(0));
        }

        return set;
    }
}
