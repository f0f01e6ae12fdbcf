using ContactsPS.Sandbox.Hosting;
using Microsoft.Data.Sqlite;

namespace ContactsPS.Sandbox.Storage;

/// <summary>
/// All data of the sandbox. Its parts must only be used inside <see cref="WriteAsync"/> and <see cref="ReadAsync"/>,
/// which run one at a time.
/// </summary>
internal sealed class SandboxStore : IDisposable
{
    private readonly Database _database;
    private readonly Statement _contactsOfList;

    private readonly ChangeSignal _changes;

    private SandboxStore(Database database, ChangeSignal changes)
    {
        _database = database;
        _changes = changes;
        Contacts = new ContactTable(database);
        Reader = new ContactReader(database);
        Lists = new ContactGroups(database, "list");
        Tags = new ContactGroups(database, "tag");
        OptOuts = new NumberSet(database, "optouts");
        Refusals = new NumberSet(database, "refusals");
        Requests = new RequestLog(database);
        _contactsOfList = database.Statement(
            "SELECT m.contact_id FROM lists l JOIN list_members m ON m.group_id = l.id WHERE l.name = ?1");
    }

    /// <summary>The contacts.</summary>
    public ContactTable Contacts { get; }

    /// <summary>Reads the contacts for the inspection.</summary>
    public ContactReader Reader { get; }

    /// <summary>The lists and their contacts.</summary>
    public ContactGroups Lists { get; }

    /// <summary>The tags and their contacts.</summary>
    public ContactGroups Tags { get; }

    /// <summary>The numbers that opted out.</summary>
    public NumberSet OptOuts { get; }

    /// <summary>The numbers that contact/create refuses.</summary>
    public NumberSet Refusals { get; }

    /// <summary>The log of the service requests.</summary>
    public RequestLog Requests { get; }

    /// <summary>Opens the store.</summary>
    /// <param name="path">The SQLite file. Null for memory.</param>
    /// <param name="changes">Is raised after each transaction.</param>
    /// <exception cref="SandboxStartException">The file can't be used. The message says why.</exception>
    public static SandboxStore Open(string? path, ChangeSignal changes)
    {
        try
        {
            return new SandboxStore(new Database(path), changes);
        }
        catch (Exception reason) when (reason is SqliteException or InvalidDataException or ArgumentException or IOException)
        {
            throw new SandboxStartException($"Can't use the data path {path}: {OneLine(reason.Message)}.", reason);
        }
    }

    /// <summary>Runs the work in one transaction, which is committed when the task completes.</summary>
    public async Task<T> WriteAsync<T>(Func<SandboxStore, T> work)
    {
        T result = await _database.InTransactionAsync(() => work(this));
        _changes.Raise();
        return result;
    }

    /// <summary>Runs the work in one transaction, which is committed when the task completes.</summary>
    public Task WriteAsync(Action<SandboxStore> work) => WriteAsync(store =>
    {
        work(store);
        return true;
    });

    /// <summary>Runs a read. The data can't change during the read, because everything else waits.</summary>
    public Task<T> ReadAsync<T>(Func<SandboxStore, T> work) => _database.InTurnAsync(() => work(this));

    /// <summary>Deletes all data. The ids of requests continue to increase.</summary>
    public void Clear()
    {
        Lists.Clear();
        Tags.Clear();
        Contacts.Clear();
        OptOuts.Replace([]);
        Refusals.Replace([]);
        Requests.Clear();
    }

    /// <summary>Deletes a contact, and removes it from its lists and tags.</summary>
    public void DeleteContact(long contact)
    {
        Lists.DetachFromAll(contact);
        Tags.DetachFromAll(contact);
        Contacts.Delete(contact);
    }

    /// <summary>Deletes all contacts on a list.</summary>
    public void DeleteContactsOf(string list)
    {
        // The ids are collected first, because rows must not change while they are read.
        List<long> contacts = [];
        _contactsOfList.Bind(1, list);
        while (_contactsOfList.Step())
        {
            contacts.Add(_contactsOfList.Number(0));
        }

        contacts.ForEach(DeleteContact);
    }

    /// <inheritdoc/>
    public void Dispose() => _database.Dispose();

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").TrimEnd('.');
}
