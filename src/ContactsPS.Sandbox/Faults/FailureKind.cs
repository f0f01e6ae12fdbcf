namespace ContactsPS.Sandbox.Faults;

/// <summary>The kind of the simulated failures: the setting <c>failure_kind</c>.</summary>
internal enum FailureKind
{
    /// <summary>All kinds follow each other.</summary>
    Mixed,

    /// <summary>429 with Retry-After.</summary>
    TooManyRequests,

    /// <summary>500.</summary>
    ServerError,

    /// <summary>A dropped connection, in turn before and after the request is processed.</summary>
    Dropped,
}

/// <summary>The names of the kinds in settings and on the command line.</summary>
internal static class FailureKindNames
{
    /// <summary>The names, for messages.</summary>
    public const string All = "mixed, too_many_requests, server_error or dropped";

    /// <summary>Gets the name.</summary>
    public static string Name(this FailureKind kind) => kind switch
    {
        FailureKind.TooManyRequests => "too_many_requests",
        FailureKind.ServerError => "server_error",
        FailureKind.Dropped => "dropped",
        _ => "mixed",
    };

    /// <summary>Gets the kind with a name. Null for another text.</summary>
    public static FailureKind? Read(string? name) =>
        Enum.GetValues<FailureKind>().Where(kind => kind.Name() == name).Cast<FailureKind?>().FirstOrDefault();
}
