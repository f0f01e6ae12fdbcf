using System.Runtime.InteropServices;

namespace ContactsPS.Sandbox.Storage;

/// <summary>
/// The log of the service requests, in the order in which they were completed. It is bounded: see the constants. After
/// the log is cleared, the ids continue to increase.
/// </summary>
internal sealed class RequestLog
{
    /// <summary>The maximum number of requests. Older requests are deleted.</summary>
    public const int MostRequests = 10_000;

    /// <summary>The maximum number of requests whose body is kept.</summary>
    public const int MostBodies = 1_000;

    /// <summary>The maximum length of all bodies together, in bytes. The newest body is always kept.</summary>
    public const long MostBodyBytes = 64 * 1024 * 1024;

    // 8 bytes for each contact: the numbers in ten thousand requests of 200 contacts take 16 MB.
    private const long MostNumberBytes = 32 * 1024 * 1024;

    private const int PageSize = 100;

    private const string Columns =
        """
        SELECT r.id, r.received_at, r.method, r.path, r.status, r.contacts, r.bytes, r.milliseconds, r.failure, r.notes, r.notes_omitted,
        r.query, r.note_counts, r.answer, r.answer_header, b.body
        FROM requests r LEFT JOIN request_bodies b ON b.request_id = r.id
        """;

    private readonly Statement _add;
    private readonly Statement _forget;
    private readonly Statement _count;
    private readonly Statement _lastId;
    private readonly Statement _clear;
    private readonly Statement _beforeLast;
    private readonly Statement _one;
    private readonly Statement _oldestFirst;
    private readonly Statement _newestFirst;
    private readonly Statement _numbers;
    private readonly RequestBlobs _bodies;
    private readonly RequestBlobs _numberBlobs;

    /// <summary>Opens the log.</summary>
    public RequestLog(Database database)
    {
        _add = database.Statement(
            """
            INSERT INTO requests (received_at, method, path, status, contacts, bytes, milliseconds, failure, notes, notes_omitted,
            query, note_counts, answer, answer_header)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) RETURNING id
            """);
        _forget = database.Statement("DELETE FROM requests WHERE id <= ?1");
        _count = database.Statement("SELECT count(*) FROM requests");
        _lastId = database.Statement("SELECT max(id) FROM requests");
        _clear = database.Statement("DELETE FROM requests");
        _beforeLast = database.Statement("SELECT id FROM requests ORDER BY id DESC LIMIT 1 OFFSET ?1");
        _one = database.Statement($"{Columns} WHERE r.id = ?1");
        _oldestFirst = database.Statement($"{Columns} WHERE r.id > ?1 AND r.id < ?2 ORDER BY r.id LIMIT {PageSize}");
        _newestFirst = database.Statement($"{Columns} WHERE r.id > ?1 AND r.id < ?2 ORDER BY r.id DESC LIMIT {PageSize}");
        _numbers = database.Statement("SELECT request_id, numbers FROM request_numbers ORDER BY request_id DESC");
        _bodies = new RequestBlobs(database, "request_bodies", "body", MostBodies, MostBodyBytes);
        _numberBlobs = new RequestBlobs(database, "request_numbers", "numbers", MostRequests, MostNumberBytes);
    }

    /// <summary>Adds a row, and deletes the oldest rows over the limits.</summary>
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
            .Bind(11, row.Query)
            .Bind(12, row.NoteCounts.Span)
            .Bind(13, row.Answer.Span)
            .Bind(14, row.AnswerHeader)
            .RunForNumber()!.Value;
        _forget.Bind(1, id - MostRequests).Run();
        if (!row.Body.IsEmpty)
        {
            _bodies.Add(id, row.Body.Span);
        }

        if (row.Numbers.Length > 0)
        {
            _numberBlobs.Add(id, MemoryMarshal.AsBytes<long>(row.Numbers));
        }
    }

    /// <summary>Counts the rows.</summary>
    public long Count() => _count.RunForNumber()!.Value;

    /// <summary>The id of the last request. 0 when there is none.</summary>
    public long LastId() => _lastId.RunForNumber() ?? 0;

    /// <summary>Deletes all rows.</summary>
    public void Clear()
    {
        _clear.Run();
        _bodies.Clear();
        _numberBlobs.Clear();
    }

    /// <summary>Gets the id before the given number of last rows.</summary>
    public long IdBeforeLast(long rows) => _beforeLast.Bind(1, rows).RunForNumber() ?? 0;

    /// <summary>Reads the row with an id. False when there is none.</summary>
    public bool One(long id, Action<Statement> row)
    {
        _one.Bind(1, id);
        try
        {
            bool found = _one.Step();
            if (found)
            {
                row(_one);
            }

            return found;
        }
        finally
        {
            _one.Reset();
        }
    }

    /// <summary>Reads the next rows, at most 100. The columns are those of the log.</summary>
    /// <param name="after">The rows have greater ids than this.</param>
    /// <param name="before">The rows have smaller ids than this.</param>
    /// <param name="newestFirst">The order.</param>
    /// <param name="row">Gets each row. It returns false to stop.</param>
    /// <returns>The id of the last row. Null when there was none, or when it was stopped.</returns>
    public long? Page(long after, long before, bool newestFirst, Func<Statement, bool> row)
    {
        Statement page = newestFirst ? _newestFirst : _oldestFirst;
        long? last = null;
        page.Bind(1, after).Bind(2, before);
        try
        {
            while (page.Step())
            {
                last = page.Number(0);
                if (!row(page))
                {
                    return null;
                }
            }

            return last;
        }
        finally
        {
            page.Reset();
        }
    }

    /// <summary>Finds the requests that had a phone number, the newest first.</summary>
    /// <param name="number">The digits of the phone number.</param>
    /// <param name="most">The maximum number of requests.</param>
    public List<long> WithNumber(long number, int most)
    {
        List<long> requests = [];
        try
        {
            while (requests.Count < most && _numbers.Step())
            {
                if (MemoryMarshal.Cast<byte, long>(_numbers.Bytes(1)).Contains(number))
                {
                    requests.Add(_numbers.Number(0));
                }
            }
        }
        finally
        {
            _numbers.Reset();
        }

        return requests;
    }
}
