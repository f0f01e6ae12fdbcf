namespace ContactsPS.Sandbox.Storage;

/// <summary>A row of the log.</summary>
internal sealed record RequestRow
{
    /// <summary>The time of arrival, in UTC and ISO 8601.</summary>
    public required string ReceivedAt { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path, without the query.</summary>
    public required string Path { get; init; }

    /// <summary>The query, with its question mark. Null when there is none.</summary>
    public string? Query { get; init; }

    /// <summary>The HTTP status. Default: 0, which means that there was no answer.</summary>
    public int Status { get; init; }

    /// <summary>The number of contacts or phone numbers in the request.</summary>
    public int Contacts { get; init; }

    /// <summary>The digits of the phone numbers that were recognised in the request.</summary>
    public long[] Numbers { get; init; } = [];

    /// <summary>The length of the body, in bytes.</summary>
    public long Bytes { get; init; }

    /// <summary>The time from the arrival until just before the commit.</summary>
    public double Milliseconds { get; init; }

    /// <summary>The simulated failure. Null for none.</summary>
    public string? Failure { get; init; }

    /// <summary>The notes, as a JSON array. Empty for none.</summary>
    public ReadOnlyMemory<byte> Notes { get; init; }

    /// <summary>How many notes of each kind there were, as a JSON object. Empty for none.</summary>
    public ReadOnlyMemory<byte> NoteCounts { get; init; }

    /// <summary>The number of notes that are not kept.</summary>
    public int NotesOmitted { get; init; }

    /// <summary>The body of the answer. Empty when it had none.</summary>
    public ReadOnlyMemory<byte> Answer { get; init; }

    /// <summary>A header of the answer, such as <c>Retry-After: 1</c>. Null for none.</summary>
    public string? AnswerHeader { get; init; }

    /// <summary>The body. It is valid until the request ends.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }
}
