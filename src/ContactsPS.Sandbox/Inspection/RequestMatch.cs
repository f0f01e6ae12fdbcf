using System.Text;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>Which requests of the log a call selects. Null values match all requests.</summary>
internal sealed record RequestMatch
{
    private string? Method { get; init; }

    private string? Path { get; init; }

    private long? Status { get; init; }

    private byte[]? BodyPart { get; init; }

    private string Only { get; init; } = "all";

    /// <summary>Reads the parameters of the query.</summary>
    /// <exception cref="FormatException">A parameter is wrong.</exception>
    public static RequestMatch Read(InspectionQuery query) => new()
    {
        Method = query.Text("method"),
        Path = query.Text("path"),
        Status = query.Text("status") is null ? null : query.Number("status", 0),
        BodyPart = query.Text("body_contains") is { } part ? Encoding.UTF8.GetBytes(part) : null,
        Only = query.Word("only", "all", "all", "notes", "errors"),
    };

    /// <summary>Whether a row of the log matches.</summary>
    public bool Matches(Statement row) =>
        (Method is null || row.Text(2).Equals(Method, StringComparison.OrdinalIgnoreCase))
        && (Path is null || row.Text(3).EndsWith(Path, StringComparison.OrdinalIgnoreCase))
        && (Status is null || row.Number(RequestJson.Status) == Status)
        && (BodyPart is null || row.Bytes(RequestJson.Body).IndexOf(BodyPart) >= 0)
        && Only switch
        {
            "notes" => !row.Bytes(9).IsEmpty,
            "errors" => row.Number(RequestJson.Status) is < 200 or > 299,
            _ => true,
        };
}
