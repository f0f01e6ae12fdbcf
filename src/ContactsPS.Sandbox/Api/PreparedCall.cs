using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Api;

/// <summary>Reads one kind of request. Runs before the store is taken, so that only writing waits for writing.</summary>
internal delegate PreparedCall ServiceCall(HttpRequest request, ReadOnlyMemory<byte> body);

/// <summary>A request that has been read and not yet carried out.</summary>
/// <param name="Contacts">How many contacts or phone numbers it came with, for the log.</param>
/// <param name="CarryOut">Carries it out, inside a transaction; what it refuses it refuses before it writes.</param>
internal sealed record PreparedCall(int Contacts, Func<SandboxStore, ServiceAnswer> CarryOut)
{
    /// <summary>A request whose answer is known without the store.</summary>
    public static PreparedCall Answered(ServiceAnswer answer) => new(0, _ => answer);
}
