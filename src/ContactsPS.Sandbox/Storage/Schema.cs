using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ContactsPS.Sandbox.Storage;

/// <summary>The tables, and the settings of the connection.</summary>
internal static class Schema
{
    // "CPSB" in ASCII, in the header of the file. It identifies a database of the sandbox.
    private const int ApplicationId = 0x43505342;
    private const int Version = 3;

    // The lock is exclusive, because two sandboxes with the same file would each use their own cached data. Nothing is lost
    // when the process is killed: a commit is in the write-ahead log of the operating system before the answer. But nothing
    // waits for the disk, so a power failure can damage the file. Waiting takes two thirds of the time of an import whose
    // numbers are in no order. The cache is small, because SQLite looks through all of it at each commit.
    private const string Pragmas =
        """
        PRAGMA locking_mode = EXCLUSIVE;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = OFF;
        PRAGMA wal_autocheckpoint = 16384;
        PRAGMA cache_size = -16384;
        PRAGMA temp_store = MEMORY;
        """;

    private const string Tables =
        """
        CREATE TABLE contacts (
            id INTEGER PRIMARY KEY,
            phone_number TEXT NOT NULL UNIQUE,
            first_name TEXT, last_name TEXT, param1 TEXT, param2 TEXT, param3 TEXT, param4 TEXT, param5 TEXT,
            received_count INTEGER NOT NULL
        );
        CREATE TABLE lists (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE list_members (group_id INTEGER NOT NULL, contact_id INTEGER NOT NULL, PRIMARY KEY (group_id, contact_id)) WITHOUT ROWID;
        CREATE INDEX list_members_by_contact ON list_members (contact_id);
        CREATE TABLE tags (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE tag_members (group_id INTEGER NOT NULL, contact_id INTEGER NOT NULL, PRIMARY KEY (group_id, contact_id)) WITHOUT ROWID;
        CREATE INDEX tag_members_by_contact ON tag_members (contact_id);
        CREATE TABLE optouts (id INTEGER PRIMARY KEY, phone_number TEXT NOT NULL UNIQUE);
        CREATE TABLE refusals (id INTEGER PRIMARY KEY, phone_number TEXT NOT NULL UNIQUE);
        CREATE TABLE requests (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            received_at TEXT NOT NULL, method TEXT NOT NULL, path TEXT NOT NULL, status INTEGER NOT NULL,
            contacts INTEGER NOT NULL, bytes INTEGER NOT NULL, milliseconds REAL NOT NULL, failure TEXT,
            notes BLOB, notes_omitted INTEGER NOT NULL DEFAULT 0,
            query TEXT, note_counts BLOB, answer BLOB, answer_header TEXT
        );
        CREATE TABLE request_bodies (request_id INTEGER PRIMARY KEY, body BLOB NOT NULL);
        CREATE TABLE request_numbers (request_id INTEGER PRIMARY KEY, numbers BLOB NOT NULL);
        """;

    // Version 1 had no notes.
    private const string FromVersion1 =
        """
        ALTER TABLE requests ADD COLUMN notes BLOB;
        ALTER TABLE requests ADD COLUMN notes_omitted INTEGER NOT NULL DEFAULT 0;

        """ + FromVersion2;

    // Version 2 had no answers, and did not say which contacts a request concerned.
    private const string FromVersion2 =
        """
        ALTER TABLE requests ADD COLUMN query TEXT;
        ALTER TABLE requests ADD COLUMN note_counts BLOB;
        ALTER TABLE requests ADD COLUMN answer BLOB;
        ALTER TABLE requests ADD COLUMN answer_header TEXT;
        CREATE TABLE request_numbers (request_id INTEGER PRIMARY KEY, numbers BLOB NOT NULL);
        """;

    /// <summary>
    /// Sets up the connection, and creates the tables in a new database. A database of an earlier version is converted.
    /// </summary>
    /// <exception cref="InvalidDataException">
    /// The file is a database of another program, or of a later version.
    /// </exception>
    public static void Prepare(SqliteConnection connection)
    {
        // The database is checked before it is changed, so a database of another program is not changed.
        string change = Number(connection, "SELECT count(*) FROM sqlite_master") == 0
            ? Tables
            : (Number(connection, "PRAGMA application_id"), Number(connection, "PRAGMA user_version")) switch
            {
                (ApplicationId, 1) => FromVersion1,
                (ApplicationId, 2) => FromVersion2,
                (ApplicationId, Version) => string.Empty,
                _ => throw new InvalidDataException("it is not a database of this sandbox"),
            };

        // A file that can't be written must fail here, and not at the first request, so the transaction is always started.
        Run(connection, Pragmas);
        Run(connection, string.Create(
            CultureInfo.InvariantCulture,
            $"BEGIN IMMEDIATE; {change} PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}; COMMIT;"));
    }

    private static long Number(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = Command(connection, sql);
        return (long)command.ExecuteScalar()!;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // All SQL texts are constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
