using System.Collections.Concurrent;
using System.Text.Json;

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
        _server = new ScriptedServer((request, _) => Answer(request.Body));
    }

    /// <summary>What it answers once <see cref="Allow"/>'s requests are spent; null: nothing, ever.</summary>
    public ScriptedAnswer? Then { get; set; } = new(503);

    /// <summary>Whether someone waits for an answer that doesn't come.</summary>
    public bool Hangs => Volatile.Read(ref _left) < 0 && Then is null;

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

    private ScriptedAnswer? Answer(string body)
    {
        if (Interlocked.Decrement(ref _left) < 0)
        {
            return Then;
        }

        using JsonDocument document = JsonDocument.Parse(body);
        string[] numbers = [.. document.RootElement.GetProperty("contacts").EnumerateArray().Select(contact => contact.GetProperty("phone_number").GetString()!)];
        if (numbers.Intersect(_refused).Any())
        {
            return new ScriptedAnswer(400, """{"code": 210, "message": "No: \"été\"\nnot this one"}""");
        }

        Array.ForEach(numbers, _accepted.Enqueue);
        return new ScriptedAnswer(201);
    }
}
