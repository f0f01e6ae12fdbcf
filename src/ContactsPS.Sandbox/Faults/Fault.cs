namespace ContactsPS.Sandbox.Faults;

/// <summary>The simulated failure of a service request.</summary>
internal enum Fault
{
    /// <summary>No failure.</summary>
    None,

    /// <summary>429 with Retry-After. The request is not processed.</summary>
    TooManyRequests,

    /// <summary>500. The request is not processed.</summary>
    ServerError,

    /// <summary>The connection is dropped without an answer. The request is not processed.</summary>
    DroppedBefore,

    /// <summary>The connection is dropped without an answer, after the request was processed.</summary>
    DroppedAfter,
}

/// <summary>The names of the failures in the log.</summary>
internal static class FaultNames
{
    /// <summary>
    /// Gets the name in the log. Null for no failure. Both dropped connections have the same name, because the client
    /// can't distinguish them.
    /// </summary>
    public static string? Name(this Fault fault) => fault switch
    {
        Fault.TooManyRequests => "too_many_requests",
        Fault.ServerError => "server_error",
        Fault.DroppedBefore or Fault.DroppedAfter => "dropped",
        _ => null,
    };
}
