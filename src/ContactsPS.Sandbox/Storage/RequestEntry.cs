using System.Diagnostics;
using System.Globalization;
using ContactsPS.Sandbox.Api;
using ContactsPS.Sandbox.Reading;

namespace ContactsPS.Sandbox.Storage;

/// <summary>The data for the log that is known when a service request arrives. Headers are not logged.</summary>
internal sealed class RequestEntry(string method, PathString path, QueryString query)
{
    private readonly long _start = Stopwatch.GetTimestamp();

    private readonly string _receivedAt = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>What was cast, formatted, ignored or dropped.</summary>
    public RequestNotes Notes { get; } = new();

    /// <summary>Makes the row of a request that gets an answer.</summary>
    public RequestRow Answered(ServiceAnswer answer, PreparedCall call, RequestBody body, string? failure) =>
        Row(call, body, failure) with { Status = answer.Status, Answer = answer.Body, AnswerHeader = answer.Header };

    /// <summary>Makes the row of a request that gets no answer. Its status is 0.</summary>
    public RequestRow Unanswered(RequestBody body, string? failure, PreparedCall? call = null) => Row(call, body, failure);

    private RequestRow Row(PreparedCall? call, RequestBody body, string? failure) => new()
    {
        ReceivedAt = _receivedAt,
        Method = method,
        Path = path.ToString(),
        Query = query.HasValue ? query.Value : null,
        Contacts = call?.Contacts ?? 0,
        Numbers = call?.Numbers ?? [],
        Bytes = body.Length,
        Milliseconds = Stopwatch.GetElapsedTime(_start).TotalMilliseconds,
        Failure = failure,
        Notes = Notes.ToJson(),
        NoteCounts = Notes.CountsToJson(),
        NotesOmitted = Notes.Omitted,
        Body = body.Bytes,
    };
}
