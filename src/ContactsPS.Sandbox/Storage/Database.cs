using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ContactsPS.Sandbox.Storage;

/// <summary>
/// One SQLite connection, in memory or on a file, and the turns that are taken on it. The statements that are prepared
/// on it may only be used inside <see cref="InTurnAsync"/>.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly List<Statement> _statements = [];
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;

    /// <summary>Opens the database, and makes the tables where there are none.</summary>
    /// <param name="path">The file; null for memory.</param>
    /// <exception cref="SqliteException">The file can't be opened or written, is in use, or is no database.</exception>
    /// <exception cref="InvalidDataException">The file is a database of something else.</exception>
    public Database(string? path)
    {
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

    /// <summary>The id of the row that was inserted last.</summary>
    public long LastId => raw.sqlite3_last_insert_rowid(_connection.Handle);

    /// <summary>Prepares a statement that lives as long as the database.</summary>
    public Statement Statement(string sql)
    {
        var statement = new Statement(_connection.Handle!, sql);
        _statements.Add(statement);
        return statement;
    }

    /// <summary>Does some work when its turn comes, with nothing else on the connection.</summary>
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

    /// <summary>Does some work in a transaction that is committed when this completes, or undone when the work throws.</summary>
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
            // A full disk, for one, has undone it already.
            if (raw.sqlite3_get_autocommit(_connection.Handle) == 0)
            {
                _rollback.Run();
            }

            throw;
        }
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        _statements.ForEach(statement => statement.Dispose());
        _connection.Dispose();
        _turn.Dispose();
    }
}
