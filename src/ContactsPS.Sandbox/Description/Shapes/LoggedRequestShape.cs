using System.ComponentModel;

namespace ContactsPS.Sandbox.Description;

/// <summary>What the log keeps of a request, without its body. The properties are those of the JSON.</summary>
internal abstract record LoggedRequestShape
{
    [Description("The number of the request.")]
    public required long Id { get; init; }

    [Description("The time of arrival, in UTC and ISO 8601.")]
    public required string ReceivedAt { get; init; }

    [Description("The HTTP method.")]
    public required string Method { get; init; }

    [Description("The path.")]
    public required string Path { get; init; }

    [Description("The query, with its question mark.")]
    public required string? Query { get; init; }

    [Description("The HTTP status of the answer. 0 when there was no answer.")]
    public required int Status { get; init; }

    [Description("The number of contacts in the body.")]
    public required int Contacts { get; init; }

    [Description("The length of the body, in bytes.")]
    public required long Bytes { get; init; }

    [Description("The time that the sandbox took.")]
    public required double Milliseconds { get; init; }

    [Description("The simulated failure: too_many_requests, server_error or dropped.")]
    public required string? Failure { get; init; }

    [Description("What was cast, formatted, ignored or dropped: at most 50 of each kind.")]
    public required IReadOnlyList<NoteShape> Notes { get; init; }

    [Description("How many notes of each kind there were.")]
    public required IReadOnlyDictionary<string, int> NoteCounts { get; init; }

    [Description("The number of notes that are not kept.")]
    public required int NotesOmitted { get; init; }

    [Description("The body of the answer.")]
    public required string? Answer { get; init; }

    [Description("A header of the answer, such as Retry-After: 1.")]
    public required string? AnswerHeader { get; init; }
}
