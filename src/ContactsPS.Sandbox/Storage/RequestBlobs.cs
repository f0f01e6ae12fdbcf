namespace ContactsPS.Sandbox.Storage;

/// <summary>
/// Keeps one blob for each of the last requests: their bodies, or the phone numbers in them. When there are too many
/// rows or bytes, the oldest are deleted. The newest is always kept.
/// </summary>
internal sealed class RequestBlobs
{
    private readonly int _mostRows;
    private readonly long _mostBytes;
    private readonly Statement _add;
    private readonly Statement _oldest;
    private readonly Statement _delete;
    private readonly Statement _clear;
    private readonly Statement _totals;

    private long _rows;
    private long _bytes;

    /// <summary>Opens the blobs.</summary>
    /// <param name="database">The database.</param>
    /// <param name="table">The table, with the columns <c>request_id</c> and <paramref name="column"/>.</param>
    /// <param name="column">The column of the blob.</param>
    /// <param name="mostRows">The maximum number of blobs.</param>
    /// <param name="mostBytes">The maximum length of all blobs together, in bytes.</param>
    public RequestBlobs(Database database, string table, string column, int mostRows, long mostBytes)
    {
        _mostRows = mostRows;
        _mostBytes = mostBytes;
        _add = database.Statement($"INSERT INTO {table} (request_id, {column}) VALUES (?1, ?2)");
        _oldest = database.Statement($"SELECT request_id, length({column}) FROM {table} ORDER BY request_id LIMIT 1");
        _delete = database.Statement($"DELETE FROM {table} WHERE request_id = ?1");
        _clear = database.Statement($"DELETE FROM {table}");
        _totals = database.Statement($"SELECT count(*), coalesce(sum(length({column})), 0) FROM {table}");
        database.AfterRollback(ReadTotals);
        ReadTotals();
    }

    /// <summary>Adds the blob of a request, and deletes the oldest blobs that are over the limits.</summary>
    public void Add(long request, ReadOnlySpan<byte> blob)
    {
        _add.Bind(1, request).Bind(2, blob).Run();
        _rows++;
        _bytes += blob.Length;
        while (_rows > 1 && (_rows > _mostRows || _bytes > _mostBytes))
        {
            DeleteOldest();
        }
    }

    /// <summary>Deletes all blobs.</summary>
    public void Clear()
    {
        _clear.Run();
        _rows = 0;
        _bytes = 0;
    }

    private void DeleteOldest()
    {
        _oldest.Step();
        long request = _oldest.Number(0);
        _bytes -= _oldest.Number(1);
        _oldest.Reset();
        _delete.Bind(1, request).Run();
        _rows--;
    }

    private void ReadTotals()
    {
        _totals.Step();
        _rows = _totals.Number(0);
        _bytes = _totals.Number(1);
        _totals.Reset();
    }
}
