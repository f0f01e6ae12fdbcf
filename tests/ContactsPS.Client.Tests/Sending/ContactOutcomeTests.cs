using System.Collections.Concurrent;
using CsCheck;

namespace ContactsPS.Client.Tests;

public sealed class ContactOutcomeTests
{
    private enum Fault
    {
        None,
        TooManyRequests,
        ServerError,
        DropUnread,
        DropBefore,
        DropAfter,
    }

    [Fact]
    public async Task Under_random_faults_each_contact_has_one_outcome_and_accepted_contacts_are_stored()
    {
        await Gen.Select(
            Gen.OneOf(Enum.GetValues<Fault>()).Array[0, 30], Gen.Bool.Array[1, 60], Gen.Int[1, 9], Gen.Int[1, 4], Gen.Int[0, 4]).SampleAsync(
            async (faults, isRefused, batchSize, throttle, retries) =>
            {
                string[] numbers = SendingRun.Numbers(isRefused.Length);
                HashSet<string> refused = [.. numbers.Where((_, i) => isRefused[i] && i % 3 == 0)];
                ConcurrentDictionary<string, bool> held = [];
                await using var server = new ScriptedServer(request => Answer(request, faults, refused, held))
                {
                    DropsUnread = number => FaultOf(faults, number) == Fault.DropUnread,
                };

                SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize, throttle, retries));

                Assert.Equal(numbers, run.Accepted.Concat(run.Rejected.Keys).Concat(run.NotSent).Order(StringComparer.Ordinal));
                Assert.DoesNotContain(run.Accepted, number => !held.ContainsKey(number));
                Assert.DoesNotContain(run.Rejected.Keys, number => !refused.Contains(number));
                Assert.Equal(run.NotSent.Count > 0, run.Stop is not null);
                if (!faults.Contains(Fault.DropAfter))
                {
                    Assert.Equal(held.Keys.Order(StringComparer.Ordinal), run.Accepted.Order(StringComparer.Ordinal));
                }
            },
            iter: Rounds.Of(150),
            threads: 2);
    }

    private static Fault FaultOf(Fault[] faults, int number) => number <= faults.Length ? faults[number - 1] : Fault.None;

    private static ScriptedAnswer Answer(ScriptedRequest request, Fault[] faults, HashSet<string> refused, ConcurrentDictionary<string, bool> held)
    {
        Fault fault = FaultOf(faults, request.Number);
        if (fault is Fault.TooManyRequests or Fault.ServerError)
        {
            return ScriptedAnswer.Error(fault == Fault.ServerError ? 500 : 429, 1, "Later.");
        }

        if (fault == Fault.DropBefore)
        {
            return ScriptedAnswer.Drop;
        }

        if (request.PhoneNumbers.Any(refused.Contains))
        {
            return fault == Fault.DropAfter ? ScriptedAnswer.Drop : ScriptedAnswer.Refused;
        }

        foreach (string number in request.PhoneNumbers)
        {
            held[number] = true;
        }

        return fault == Fault.DropAfter ? ScriptedAnswer.Drop : ScriptedAnswer.Created;
    }
}
