using System.Globalization;

namespace ContactsPS.Client.Tests;

/// <summary>What the service refuses decides what is sent next (docs/web-service.md, Error codes).</summary>
public sealed class RefusalSubjectTests
{
    public static TheoryData<long> CodesOfAllContacts => [.. Codes(RefusalSubject.Account, RefusalSubject.List, RefusalSubject.Request).Except([ServiceCode.TooManyAttempts])];

    public static TheoryData<long> CodesOfContacts => [.. Codes(RefusalSubject.Contacts)];

    [Theory]
    [MemberData(nameof(CodesOfAllContacts))]
    public async Task A_code_about_all_contacts_ends_the_run_after_at_most_one_request_of_each_sender(long code)
    {
        string[] numbers = SendingRun.Numbers(200);
        await using var server = new ScriptedServer(
            request => request.Number <= 3 ? ScriptedAnswer.Created : ScriptedAnswer.Error(400, (int)code, "No."));

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize: 10, throttle: 3));

        Assert.Equal((ErrorIds.RequestRejected, true), (run.Stop?.ErrorId, run.Stop?.IsFinal));
        Assert.Equal(code, run.Stop?.Answer.Code);
        Assert.Equal((30, 170), (run.Accepted.Count, run.NotSent.Count));
        Assert.InRange(server.Requests.Count, 4, 6);
    }

    [Theory]
    [MemberData(nameof(CodesOfContacts))]
    public async Task A_code_about_contacts_does_not_end_the_run_even_when_all_are_refused(long code)
    {
        string[] numbers = SendingRun.Numbers(30);
        HashSet<string> refused = [.. numbers[..20]];
        await using var server = new ScriptedServer(
            request => request.PhoneNumbers.Any(refused.Contains) ? ScriptedAnswer.Error(400, (int)code, "No.") : ScriptedAnswer.Created);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize: 10, throttle: 1));

        Assert.Null(run.Stop);
        Assert.Equal(numbers[..20], run.Rejected.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(numbers[20..], run.Accepted);
    }

    [Fact]
    public async Task Contacts_that_are_sent_alone_and_refused_for_their_own_reason_do_not_end_the_run()
    {
        string[] numbers = SendingRun.Numbers(15);
        await using var server = new ScriptedServer(_ => ScriptedAnswer.Refused);

        SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize: 1, throttle: 1));

        Assert.Null(run.Stop);
        Assert.Equal(numbers, run.Rejected.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_list_that_is_full_while_a_batch_is_split_ends_the_run_and_loses_no_contact()
    {
        string[] numbers = SendingRun.Numbers(40);
        for (int last = 1; last <= 12; last++)
        {
            await using var server = new ScriptedServer(request =>
                request.Number > last ? ScriptedAnswer.Error(400, 304, "Full.")
                : request.PhoneNumbers.Contains(numbers[0]) || request.PhoneNumbers.Contains(numbers[30]) ? ScriptedAnswer.RefusedUnexplained : ScriptedAnswer.Created);

            SendingRun run = await SendingRun.SendAsync(server.Client(), numbers, SendingRun.Quick(batchSize: 40));

            Assert.Equal(304, run.Stop?.Answer.Code);
            Assert.Equal(40, run.Accepted.Count + run.Rejected.Count + run.NotSent.Count);
            Assert.Equal(last + 1, server.Requests.Count);
            Assert.DoesNotContain(run.Rejected.Keys, number => number != numbers[0] && number != numbers[30]);
        }
    }

    [Fact]
    public async Task Too_many_attempts_are_retried_like_429()
    {
        await using var server = new ScriptedServer(
            request => request.Number <= 2 ? ScriptedAnswer.Error(400, 128, "Too many attempts.") : ScriptedAnswer.Created);

        SendingRun run = await SendingRun.SendAsync(server.Client(), SendingRun.Numbers(5));

        Assert.Null(run.Stop);
        Assert.Equal((5, 2), (run.Accepted.Count, (int)run.Retries));
    }

    [Fact]
    public void The_codes_are_those_of_the_page()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "web-service.md"));
        string table = page[page.IndexOf("## Error codes", StringComparison.Ordinal)..];
        List<ServiceCode> described = [];
        foreach (string[] cells in table.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Trim(' ', '|').Split(" | ")))
        {
            if (long.TryParse(cells[0], CultureInfo.InvariantCulture, out long number))
            {
                described.Add(new ServiceCode(number, Subject(cells[2]), cells[1]));
            }
        }

        Assert.Equal(Codes(Enum.GetValues<RefusalSubject>()), described.Select(code => code.Number));
        Assert.All(described, code => Assert.Equal(code, ServiceCode.Find(code.Number)));
    }

    private static IEnumerable<long> Codes(params RefusalSubject[] subjects) =>
        Enumerable.Range(0, 1_000).Select(number => ServiceCode.Find(number)).OfType<ServiceCode>().Where(code => subjects.Contains(code.Subject)).Select(code => code.Number);

    private static RefusalSubject Subject(string words) => words switch
    {
        "the account" or "the account, temporarily" => RefusalSubject.Account,
        "the list" => RefusalSubject.List,
        "the request" => RefusalSubject.Request,
        "the size of the request" => RefusalSubject.RequestSize,
        "the contacts" => RefusalSubject.Contacts,
        "–" => RefusalSubject.Unknown,
        _ => throw new FormatException($"'{words}' is not a subject."),
    };
}
