using ContactsPS.Sandbox.Reading;

namespace ContactsPS.Sandbox.Storage;

/// <summary>The contacts, by phone number. The ids are in the order in which the numbers first arrived.</summary>
internal sealed class ContactTable
{
    private readonly Database _database;
    private readonly Statement _find;
    private readonly Statement _add;
    private readonly Statement _overwrite;
    private readonly Statement _countReceived;
    private readonly Statement _delete;
    private readonly Statement _clear;
    private readonly Statement _countAll;

    // SQLite would count a million rows at each change that the page shows. Null when they must be counted.
    private long? _count;

    /// <summary>Opens the table.</summary>
    public ContactTable(Database database)
    {
        _database = database;
        _find = database.Statement("SELECT id FROM contacts WHERE phone_number = ?1");
        _add = database.Statement(
            """
            INSERT INTO contacts (phone_number, first_name, last_name, param1, param2, param3, param4, param5, received_count)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1)
            """);
        _overwrite = database.Statement(
            """
            UPDATE contacts SET first_name = ?2, last_name = ?3, param1 = ?4, param2 = ?5, param3 = ?6, param4 = ?7, param5 = ?8,
            received_count = received_count + 1 WHERE id = ?1
            """);
        _countReceived = database.Statement("UPDATE contacts SET received_count = received_count + 1 WHERE id = ?1");
        _delete = database.Statement("DELETE FROM contacts WHERE id = ?1");
        _clear = database.Statement("DELETE FROM contacts");
        _countAll = database.Statement("SELECT count(*) FROM contacts");
        database.AfterRollback(() => _count = null);
    }

    /// <summary>The number of contacts.</summary>
    public long Count => _count ??= _countAll.RunForNumber()!.Value;

    /// <summary>
    /// Adds a contact, or overwrites the contact with the same number. All fields are replaced, so a field that is null
    /// in the new contact is cleared. Without <paramref name="overwrite"/>, an existing contact keeps its fields. The
    /// contact is counted as received in all cases.
    /// </summary>
    /// <returns>The id of the contact, and whether it existed.</returns>
    public (long Id, bool Existed) Put(Contact contact, bool overwrite)
    {
        // Three simple statements, because one upsert with RETURNING takes a third longer.
        if (Find(contact.PhoneNumber) is not { } id)
        {
            BindTexts(_add.Bind(1, contact.PhoneNumber), contact).Run();
            _count++;
            return (_database.LastId, false);
        }

        if (overwrite)
        {
            BindTexts(_overwrite.Bind(1, id), contact).Run();
        }
        else
        {
            _countReceived.Bind(1, id).Run();
        }

        return (id, true);
    }

    /// <summary>Finds the id of the contact with this number. Null when there is none.</summary>
    public long? Find(string phoneNumber) => _find.Bind(1, phoneNumber).RunForNumber();

    /// <summary>Deletes the row of the contact in this table only.</summary>
    public void Delete(long contact)
    {
        _delete.Bind(1, contact).Run();
        _count--;
    }

    /// <summary>Deletes all rows of this table.</summary>
    public void Clear()
    {
        _clear.Run();
        _count = 0;
    }

    private static Statement BindTexts(Statement statement, Contact contact) => statement
        .Bind(2, contact.FirstName)
        .Bind(3, contact.LastName)
        .Bind(4, contact.Param1)
        .Bind(5, contact.Param2)
        .Bind(6, contact.Param3)
        .Bind(7, contact.Param4)
        .Bind(8, contact.Param5);
}
