using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ContactsPS.Sandbox.Storage;

/// <summary>
/// One SQLite connection, to memory or to a file, and the lock for it. Prepared statements must only be used inside
/// <see cref="InTurnAsync"/>.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<Statement> _statements = [];
    private readonly List<Action> _afterRollback = [];
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;

    /// <summary>Opens the database, and creates the tables in a new one.</summary>
    /// <param name="path">The file. Null for memory.</param>
    /// <exception cref="SqliteException">
    /// The file can't be opened or written, is in use, or is not a database.
    /// </exception>
    /// <exception cref="InvalidDataException">The file is a database of another program.</exception>
    public Database(string? path)
    {
        Configure();
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path is null ? ":memory:" : Path.GetFullPath(path),
            Pooling = false,
            DefaultTimeout = 1,
        }.ConnectionString);
        try
        {
            _connection.Open();
            Schema.Prepare(_connection);
            _begin = Statement("BEGIN IMMEDIATE");
            _commit = Statement("COMMIT");
            _rollback = Statement("ROLLBACK");
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    /// <summary>The number of rows that the last INSERT, UPDATE or DELETE changed.</summary>
    public int Changes => raw.sqlite3_changes(_connection.Handle);

    /// <summary>The id of the last inserted row.</summary>
    public long LastId => raw.sqlite3_last_insert_rowid(_connection.Handle);

    /// <summary>Prepares a statement. It is disposed with the database.</summary>
    public Statement Statement(string sql)
    {
        var statement = new Statement(_connection.Handle!, sql);
        _statements.Add(statement);
        return statement;
    }

    /// <summary>
    /// Adds work for after a rollback. What is kept in memory beside the database must be read again then.
    /// </summary>
    public void AfterRollback(Action read) => _afterRollback.Add(read);

    /// <summary>Waits for the lock, and runs the work while nothing else uses the connection.</summary>
    public async Task<T> InTurnAsync<T>(Func<T> work)
    {
        await _turn.WaitAsync();
        try
        {
            return work();
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>
    /// Runs the work in a transaction. It is committed when the task completes, and rolled back when the work throws.
    /// </summary>
    public Task<T> InTransactionAsync<T>(Func<T> work) => InTurnAsync(() =>
    {
        _begin.Run();
        try
        {
            T result = work();
            _commit.Run();
            return result;
        }
        catch
        {
            // Some errors, such as a full disk, have already rolled the transaction back.
            if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            {
                _rollback.Run();
            }

            _afterRollback.ForEach(read => read());

            throw;
        }
    });

    // All use of SQLite is inside the lock, so its own locks and statistics only take time. It must be configured before the
    // first connection. When it was used already, it refuses, and works as before.
    private static void Configure()
    {
        Batteries_V2.Init();
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MULTITHREAD);
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _statements.ForEach(statement => statement.Dispose());
        _connection.Dispose();
        _turn.Dispose();
    }
}
