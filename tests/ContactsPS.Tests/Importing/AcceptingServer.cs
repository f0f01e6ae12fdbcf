using System.Collections.Concurrent;

namespace ContactsPS.Tests.Importing;

/// <summary>A scripted service that accepts contacts and keeps their numbers, refuses some, and can be made to fail or hang.</summary>
public sealed class AcceptingServer : IDisposable
{
    private readonly ScriptedServer _server;
    private readonly string[] _refused;
    private readonly ConcurrentQueue<string> _accepted = new();
    private int _left = int.MaxValue;

    public AcceptingServer(params string[] refused)
    {
        _refused = refused;
        _server = new ScriptedServer(Answer);
    }

    /// <summary>The answer to the requests after those that <see cref="Allow"/> allows. Default: 503.</summary>
    public ScriptedAnswer Then { get; set; } = ScriptedAnswer.Of(503);

    /// <summary>Whether it has received a request that it never answers.</summary>
    public bool Hangs => Volatile.Read(ref _left) < 0 && Then == ScriptedAnswer.Never;

    public Uri Endpoint => _server.Endpoint;

    /// <summary>The number of requests that arrived, whatever their outcome.</summary>
    public int Requests => _server.Requests.Count;

    /// <summary>Connects a shell to it.</summary>
    public void Connect(ModuleShell shell, string login = "someone@example.com") =>
        shell.Connect(Endpoint, Credentials.Of(login, ModuleShellExtensions.ScriptedKey));

    /// <summary>Sets how many more requests succeed. Default: all.</summary>
    public void Allow(int requests = int.MaxValue) => Volatile.Write(ref _left, requests);

    /// <summary>The phone numbers that were accepted since the last call, in ascending order.</summary>
    public string[] Take()
    {
        List<string> taken = [];
        while (_accepted.TryDequeue(out string? number))
        {
            taken.Add(number);
        }

        return [.. taken.Order(StringComparer.Ordinal)];
    }

    public void Dispose() => _server.Dispose();

    private ScriptedAnswer Answer(ScriptedRequest request)
    {
        if (Interlocked.Decrement(ref _left) < 0)
        {
            return Then;
        }

        if (request.PhoneNumbers.Intersect(_refused).Any())
        {
            return ScriptedAnswer.Error(400, 150, "No: \"été\"\nnot this one");
        }

        foreach (string number in request.PhoneNumbers)
        {
            _accepted.Enqueue(number);
        }

        return ScriptedAnswer.Created;
    }
}
