using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ContactsPS.Sandbox.Storage;

/// <summary>
/// A prepared statement with numbered parameters and columns. It uses the SQLite handle directly, because the
/// statements are small and run once for each contact. A <see cref="SqliteCommand"/> would look up each parameter by
/// name, and create a reader for each execution.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    /// <summary>Compiles the statement.</summary>
    /// <exception cref="SqliteException">The statement can't be compiled.</exception>
    public Statement(sqlite3 connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v3(connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>
    /// Sets the parameter at a position, from 1. The text is stored exactly, including NUL characters.
    /// </summary>
    public Statement Bind(int position, string? text)
    {
        if (text is null)
        {
            return Check(raw.sqlite3_bind_null(_statement, position));
        }

        const int Small = 512;
        int longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> buffer = longest <= Small ? stackalloc byte[Small] : new byte[longest];
        int length = Encoding.UTF8.GetBytes(text, buffer);
        return Check(raw.sqlite3_bind_text(_statement, position, buffer[..length]));
    }

    /// <summary>Sets the parameter at a position, from 1.</summary>
    public Statement Bind(int position, long number) => Check(raw.sqlite3_bind_int64(_statement, position, number));

    /// <summary>Sets the parameter at a position, from 1.</summary>
    public Statement Bind(int position, double number) => Check(raw.sqlite3_bind_double(_statement, position, number));

    /// <summary>Sets the parameter at a position, from 1.</summary>
    public Statement Bind(int position, ReadOnlySpan<byte> bytes) => Check(raw.sqlite3_bind_blob(_statement, position, bytes));

    /// <summary>Reads the next row. False after the last row. The statement can then be used again.</summary>
    public bool Step()
    {
        int code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        Reset();
        if (code != raw.SQLITE_DONE)
        {
            Check(code);
        }

        return false;
    }

    /// <summary>Runs a statement and ignores its rows.</summary>
    public void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>Runs a statement, and returns the first column of its first row. Null when there is no row.</summary>
    public long? RunForNumber()
    {
        if (!Step())
        {
            return null;
        }

        long number = Number(0);
        Reset();
        return number;
    }

    /// <summary>Resets the statement, so that it can be used again before its last row was read.</summary>
    public void Reset()
    {
        _ = raw.sqlite3_reset(_statement);
        _ = raw.sqlite3_clear_bindings(_statement);
    }

    /// <summary>Whether a column of the current row, from 0, is NULL.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <summary>Gets the number in a column of the current row, from 0.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>Gets the number in a column of the current row, from 0.</summary>
    public double Fraction(int column) => raw.sqlite3_column_double(_statement, column);

    /// <summary>
    /// Gets the bytes of a text (UTF-8) or a blob in a column of the current row, from 0. They are valid until the next
    /// step.
    /// </summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>Gets the text in a column of the current row, from 0.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private Statement Check(int code)
    {
        SqliteException.ThrowExceptionForRC(code, _connection);
        return this;
    }
}
