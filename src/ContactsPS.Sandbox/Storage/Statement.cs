using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ContactsPS.Sandbox.Storage;

/// <summary>
/// A prepared statement with numbered parameters and columns. It works on SQLite's own handle: a
/// <see cref="SqliteCommand"/> looks each parameter up by name and makes a reader at each execution, and here the
/// statements are small and run once a contact.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    /// <summary>Compiles the statement.</summary>
    /// <exception cref="SqliteException">It can't be compiled.</exception>
    public Statement(sqlite3 connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v3(connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>Sets the parameter at a position, counted from 1; the text is kept to the letter, NUL included.</summary>
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

    /// <summary>Sets the parameter at a position, counted from 1.</summary>
    public Statement Bind(int position, long number) => Check(raw.sqlite3_bind_int64(_statement, position, number));

    /// <summary>Sets the parameter at a position, counted from 1.</summary>
    public Statement Bind(int position, double number) => Check(raw.sqlite3_bind_double(_statement, position, number));

    /// <summary>Sets the parameter at a position, counted from 1.</summary>
    public Statement Bind(int position, ReadOnlySpan<byte> bytes) => Check(raw.sqlite3_bind_blob(_statement, position, bytes));

    /// <summary>Goes to the next row; false after the last one, when the statement is ready for the next use.</summary>
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

    /// <summary>Runs a statement whose rows don't matter.</summary>
    public void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>Runs a statement for the first column of its first row; null when there is no row.</summary>
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

    /// <summary>Makes the statement ready for the next use before its last row was reached.</summary>
    public void Reset()
    {
        _ = raw.sqlite3_reset(_statement);
        _ = raw.sqlite3_clear_bindings(_statement);
    }

    /// <summary>Whether the column of the current row, counted from 0, is NULL.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <summary>The number in a column of the current row, counted from 0.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>The number in a column of the current row, counted from 0.</summary>
    public double Fraction(int column) => raw.sqlite3_column_double(_statement, column);

    /// <summary>The bytes of a text (UTF-8) or blob in a column of the current row, counted from 0; valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>The text in a column of the current row, counted from 0.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private Statement Check(int code)
    {
        SqliteException.ThrowExceptionForRC(code, _connection);
        return this;
    }
}
