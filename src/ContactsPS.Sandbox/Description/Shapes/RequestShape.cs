using System.ComponentModel;

namespace ContactsPS.Sandbox.Description;

/// <summary>A request in the log. The properties are those of the JSON.</summary>
#pragma warning disable CS1573, CA1812 // The properties have descriptions, which are in the document, and only the document uses this type.
internal sealed record RequestShape(
    [property: Description("The number of the request.")] long Id,
    [property: Description("The time of arrival, in UTC and ISO 8601.")] string ReceivedAt,
    [property: Description("The HTTP method.")] string Method,
    [property: Description("The path.")] string Path,
    [property: Description("The query, with its question mark.")] string? Query,
    [property: Description("The HTTP status of the answer. 0 when there was no answer.")] int Status,
    [property: Description("The number of contacts in the body.")] int Contacts,
    [property: Description("The length of the body, in bytes.")] long Bytes,
    [property: Description("The time that the sandbox took.")] double Milliseconds,
    [property: Description("The simulated failure: too_many_requests, server_error or dropped.")] string? Failure,
    [property: Description("What was cast, formatted, ignored or dropped: at most 50 of each kind.")] IReadOnlyList<NoteShape> Notes,
    [property: Description("How many notes of each kind there were.")] IReadOnlyDictionary<string, int> NoteCounts,
    [property: Description("The number of notes that are not kept.")] int NotesOmitted,
    [property: Description("The body of the answer.")] string? Answer,
    [property: Description("A header of the answer, such as Retry-After: 1.")] string? AnswerHeader,
    [property: Description("The body. Null when it is not kept.")] string? Body);
