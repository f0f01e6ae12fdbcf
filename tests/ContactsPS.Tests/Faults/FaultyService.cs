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
        _server = new ScriptedServer(Answer) { DropsUnread = Drops };
        if (plan.Fault.Refuses && plan.Fault.IsConstant)
        {
            _server.Close();
        }
    }

    public Uri Endpoint => _server.Endpoint;

    /// <summary>The numbers that it acknowledged, and how many times.</summary>
    public ConcurrentDictionary<string, int> Acknowledged { get; } = [];

    /// <summary>The numbers that it refused when they were alone in a request.</summary>
    public ConcurrentDictionary<string, int> RefusedAlone { get; } = [];

    /// <summary>Ends the fault.</summary>
    public void Heal()
    {
        _isHealthy = true;
        _server.Open();
    }

    public void Dispose() => _server.Dispose();

    /// <summary>Whether the connection of a request is closed before it is read. Such a request may close the port too.</summary>
    private bool Drops(int number)
    {
        bool drops = _plan.Fault.Answer is null && !_isHealthy && _plan.IsFaulty(number);
        if (drops && _plan.Fault.Refuses)
        {
            _server.Close();
            if (_plan.ClosedFor != Timeout.InfiniteTimeSpan)
            {
                _ = Task.Delay(_plan.ClosedFor).ContinueWith(_ => _server.Open(), TaskScheduler.Default);
            }
        }

        return drops;
    }

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
