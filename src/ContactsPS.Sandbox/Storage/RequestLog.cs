namespace ContactsPS.Sandbox.Storage;

/// <summary>
/// The log of the service requests, in the order in which they were completed. It has a row for each request, and the
/// bodies of the last 100. After the log is cleared, the ids continue to increase.
/// </summary>
internal sealed class RequestLog(Database database)
{
    private const int BodiesKept = 100;
    private const int PageSize = 100;

    private readonly Statement _add = database.Statement(
        """
        INSERT INTO requests (received_at, method, path, status, contacts, bytes, milliseconds, failure, notes, notes_omitted)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) RETURNING id
        """);

    private readonly Statement _addBody = database.Statement("INSERT INTO request_bodies (request_id, body) VALUES (?1, ?2)");
    private readonly Statement _forgetBodies = database.Statement("DELETE FROM request_bodies WHERE request_id <= ?1");
    private readonly Statement _count = database.Statement("SELECT count(*) FROM requests");
    private readonly Statement _clear = database.Statement("DELETE FROM requests");

    private readonly Statement _beforeLast = database.Statement("SELECT id FROM requests ORDER BY id DESC LIMIT 1 OFFSET ?1");

    private readonly Statement _page = database.Statement(
        """
        SELECT r.id, r.received_at, r.method, r.path, r.status, r.contacts, r.bytes, r.milliseconds, r.failure, r.notes, r.notes_omitted, b.body
        FROM requests r LEFT JOIN request_bodies b ON b.request_id = r.id
        WHERE r.id > ?1 ORDER BY r.id LIMIT ?2
        """);

    /// <summary>Adds a row.</summary>
    public void Add(RequestRow row)
    {
        long id = _add
            .Bind(1, row.ReceivedAt)
            .Bind(2, row.Method)
            .Bind(3, row.Path)
            .Bind(4, row.Status)
            .Bind(5, row.Contacts)
            .Bind(6, row.Bytes)
            .Bind(7, row.Milliseconds)
            .Bind(8, row.Failure)
            .Bind(9, row.Notes.Span)
            .Bind(10, row.NotesOmitted)
            .RunForNumber()!.Value;
        _forgetBodies.Bind(1, id - BodiesKept).Run();
        if (!row.Body.IsEmpty)
        {
            _addBody.Bind(1, id).Bind(2, row.Body.Span).Run();
        }
    }

    /// <summary>Counts the rows.</summary>
    public long Count() => _count.RunForNumber()!.Value;

    /// <summary>Deletes all rows.</summary>
    public void Clear()
    {
        _clear.Run();
        _forgetBodies.Bind(1, long.MaxValue).Run();
    }

    /// <summary>Gets the id before the given number of last rows.</summary>
    public long IdBeforeLast(long rows) => _beforeLast.Bind(1, rows).RunForNumber() ?? 0;

    /// <summary>Reads the rows of the next page, the oldest first. The columns are those of the log.</summary>
    /// <returns>The id of the last row. Null when there was none.</returns>
    public long? Page(long after, Action<Statement> row)
    {
        long? last = null;
        _page.Bind(1, after).Bind(2, PageSize);
        try
        {
            while (_page.Step())
            {
                last = _page.Number(0);
                row(_page);
            }

            return last;
        }
        finally
        {
            _page.Reset();
        }
    }
}
