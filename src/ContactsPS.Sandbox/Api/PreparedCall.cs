using ContactsPS.Sandbox.Reading;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Api;

/// <summary>
/// Reads one kind of request. It runs before the store is locked, so that only writes wait for other writes.
/// </summary>
/// <param name="request">The request.</param>
/// <param name="body">Its body.</param>
/// <param name="notes">Gets what is not as it should be, when the request is read and when it is processed.</param>
internal delegate PreparedCall ServiceCall(HttpRequest request, ReadOnlyMemory<byte> body, RequestNotes notes);

/// <summary>A request that was read but not yet processed.</summary>
/// <param name="Contacts">The number of contacts or phone numbers in the request, for the log.</param>
/// <param name="CarryOut">Processes the request in a transaction. It refuses a request only before it writes.</param>
internal sealed record PreparedCall(int Contacts, Func<SandboxStore, ServiceAnswer> CarryOut)
{
    /// <summary>The digits of the phone numbers that were recognised, for the history of a contact. Default: none.</summary>
    public long[] Numbers { get; init; } = [];

    /// <summary>Makes a request whose answer is known without the store.</summary>
    public static PreparedCall Answered(ServiceAnswer answer) => new(0, _ => answer);
}
