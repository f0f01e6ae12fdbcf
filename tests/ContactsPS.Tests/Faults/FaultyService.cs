using System.Collections.Concurrent;

namespace ContactsPS.Tests.Faults;

/// <summary>A service with a fault. It keeps which contacts it acknowledged and which it refused alone.</summary>
public sealed class FaultyService : IDisposable
{
    private readonly ScriptedServer _server;
    private readonly FaultPlan _plan;
    private volatile bool _isHealthy;

    public FaultyService(FaultPlan plan)
    {
        _plan = plan;
        _server = new ScriptedServer(Answer) { DropsUnread = number => plan.Fault.Answer is null && !_isHealthy && plan.IsFaulty(number) };
    }

    public Uri Endpoint => _server.Endpoint;

    /// <summary>The numbers that it acknowledged, and how many times.</summary>
    public ConcurrentDictionary<string, int> Acknowledged { get; } = [];

    /// <summary>The numbers that it refused when they were alone in a request.</summary>
    public ConcurrentDictionary<string, int> RefusedAlone { get; } = [];

    /// <summary>Ends the fault.</summary>
    public void Heal() => _isHealthy = true;

    public void Dispose() => _server.Dispose();

    private ScriptedAnswer Answer(ScriptedRequest request)
    {
        bool isFaulty = !_isHealthy && _plan.Fault.Answer is not null && _plan.IsFaulty(request.Number);
        ScriptedAnswer answer = isFaulty ? _plan.Fault.Answer!(request) : ScriptedAnswer.Created;
        if (!isFaulty || _plan.Fault.Acknowledges || answer == ScriptedAnswer.Created)
        {
            Count(Acknowledged, request.PhoneNumbers);
        }
        else if (request.PhoneNumbers.Count == 1)
        {
            Count(RefusedAlone, request.PhoneNumbers);
        }

        return answer;
    }

    private static void Count(ConcurrentDictionary<string, int> numbers, IEnumerable<string> add)
    {
        foreach (string number in add)
        {
            numbers.AddOrUpdate(number, 1, (_, count) => count + 1);
        }
    }
}
