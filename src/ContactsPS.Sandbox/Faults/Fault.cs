namespace ContactsPS.Sandbox.Faults;

/// <summary>What is made to go wrong with one service request.</summary>
internal enum Fault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>429 with Retry-After; not carried out.</summary>
    TooManyRequests,

    /// <summary>500; not carried out.</summary>
    ServerError,

    /// <summary>The connection is dropped without an answer; not carried out.</summary>
    DroppedBefore,

    /// <summary>The connection is dropped without an answer, after the request was carried out.</summary>
    DroppedAfter,
}

/// <summary>The names that the log shows.</summary>
internal static class FaultNames
{
    /// <summary>What the log says; null for none. Both drops look the same, as they do to the client.</summary>
    public static string? Name(this Fault fault) => fault switch
    {
        Fault.TooManyRequests => "too_many_requests",
        Fault.ServerError => "server_error",
        Fault.DroppedBefore or Fault.DroppedAfter => "dropped",
        _ => null,
    };
}
