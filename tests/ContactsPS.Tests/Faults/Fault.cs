namespace ContactsPS.Tests.Faults;

/// <summary>Something that a server or the network between does wrong, or another answer than 201.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Answer">Makes the answer to a request. Null for a connection that is closed before the request is read.</param>
/// <param name="Acknowledges">Whether the answer acknowledges the contacts of the request.</param>
/// <param name="IsSlow">Whether the client sees it only when its timeout ends the request.</param>
/// <param name="IsConstant">Whether it depends on the request alone, and so applies to all of them.</param>
/// <param name="Refuses">Whether the port is closed, so that connections are refused, from the first faulty request on.</param>
public sealed record Fault(
    string Name,
    Func<ScriptedRequest, ScriptedAnswer>? Answer,
    bool Acknowledges = false,
    bool IsSlow = false,
    bool IsConstant = false,
    bool Refuses = false);
