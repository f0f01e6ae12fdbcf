using System.Diagnostics;
using System.Globalization;
using ContactsPS.Sandbox.Api;
using ContactsPS.Sandbox.Reading;

namespace ContactsPS.Sandbox.Storage;

/// <summary>The data for the log that is known when a service request arrives. Headers are not logged.</summary>
internal sealed class RequestEntry(string method, PathString path)
{
    private readonly long _start = Stopwatch.GetTimestamp();

    private readonly string _receivedAt = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>What was cast, formatted, ignored or dropped.</summary>
    public RequestNotes Notes { get; } = new();

    /// <summary>Makes the row of a request that gets an answer.</summary>
    public RequestRow Answered(int status, int contacts, RequestBody body, string? failure) => new(
        _receivedAt, method, path.ToString(), status, contacts, body.Length,
        Stopwatch.GetElapsedTime(_start).TotalMilliseconds, failure, Notes.ToJson(), Notes.Omitted, body.Bytes);

    /// <summary>Makes the row of a request that gets no answer. Its status is 0.</summary>
    public RequestRow Unanswered(RequestBody body, string? failure, int contacts = 0) => Answered(0, contacts, body, failure);
}

/// <summary>A row of the log.</summary>
/// <param name="ReceivedAt">The time of arrival, in UTC and ISO 8601.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path, without the query.</param>
/// <param name="Status">The HTTP status. 0 when there was no answer.</param>
/// <param name="Contacts">The number of contacts or phone numbers in the request.</param>
/// <param name="Bytes">The length of the body, in bytes.</param>
/// <param name="Milliseconds">The time from the arrival until just before the commit.</param>
/// <param name="Failure">The simulated failure. Null for none.</param>
/// <param name="Notes">The notes, as a JSON array. Empty for none.</param>
/// <param name="NotesOmitted">The number of notes that are not kept.</param>
/// <param name="Body">The body. It is valid until the request ends.</param>
internal sealed record RequestRow(
    string ReceivedAt,
    string Method,
    string Path,
    int Status,
    int Contacts,
    long Bytes,
    double Milliseconds,
    string? Failure,
    ReadOnlyMemory<byte> Notes,
    int NotesOmitted,
    ReadOnlyMemory<byte> Body);
