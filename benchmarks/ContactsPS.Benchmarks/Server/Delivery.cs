namespace ContactsPS.Benchmarks;

/// <summary>What arrived at the server.</summary>
/// <param name="Contacts">Contacts.</param>
/// <param name="Requests">Requests that brought them.</param>
/// <param name="Bytes">The length of their bodies.</param>
internal sealed record Delivery(long Contacts, long Requests, long Bytes);
