using System.Collections.Concurrent;

namespace ContactsPS.Tests.Importing;

/// <summary>A scripted service that accepts contacts and remembers them, refuses some, and can be made to fail or hang.</summary>
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

    /// <summary>The answer behind the requests that <see cref="Allow"/> lets through. Default: 503.</summary>
    public ScriptedAnswer Then { get; set; } = ScriptedAnswer.Of(503);

    /// <summary>Whether it has received a request that it never answers.</summary>
    public bool Hangs => Volatile.Read(ref _left) < 0 && Then == ScriptedAnswer.Never;

    public Uri Endpoint => _server.Endpoint;

    /// <summary>Requests so far, whatever became of them.</summary>
    public int Requests => _server.Requests.Count;

    /// <summary>Connects a shell to it.</summary>
    public void Connect(ModuleShell shell, string login = "someone@example.com") =>
        shell.Connect(Endpoint, Credentials.Of(login, ModuleShellExtensions.ScriptedKey));

    /// <summary>Lets only so many more requests succeed; without a number, all.</summary>
    public void Allow(int requests = int.MaxValue) => Volatile.Write(ref _left, requests);

    /// <summary>The numbers of the contacts it accepted since it was asked last, in order of the numbers.</summary>
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
            return ScriptedAnswer.Error(400, 210, "No: \"été\"\nnot this one");
        }

        foreach (string number in request.PhoneNumbers)
        {
            _accepted.Enqueue(number);
        }

        return ScriptedAnswer.Created;
    }
}
