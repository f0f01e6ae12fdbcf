using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactsPS.Client.Tests;

public sealed class SandboxSendingTests(SandboxProcessFixture fixture) : IClassFixture<SandboxProcessFixture>, IDisposable
{
    private readonly SandboxProcess _sandbox = fixture.Sandbox;
    private readonly string _list = Unique.Name("list");

    public void Dispose()
    {
        SetFailureRate("0");
        _sandbox.Refuse();
    }

    [Fact]
    public async Task Ten_thousand_contacts_arrive_although_every_fifth_request_fails()
    {
        string[] numbers = Unique.Numbers(10_000);
        SetFailureRate("0.2");

        SendingRun run = await SendingRun.SendAsync(
            _sandbox.Client(), numbers, SendingRun.Quick(batchSize: 100, retries: 10), new CreateContactsRequest { ListNames = [_list] });

        Assert.Null(run.Stop);
        Assert.Equal(numbers, run.Accepted.Order(StringComparer.Ordinal));
        Assert.Equal(10_000, _sandbox.Count(_list));
        Assert.InRange(run.Retries, 20, 30);
    }

    [Fact]
    public async Task Refused_contacts_are_rejected_and_all_others_arrive_despite_failures()
    {
        string[] numbers = Unique.Numbers(1_000);
        string[] refused = [numbers[3], numbers[250], numbers[251], numbers[999]];
        _sandbox.Refuse(refused);
        SetFailureRate("0.2");

        SendingRun run = await SendingRun.SendAsync(
            _sandbox.Client(), numbers, SendingRun.Quick(batchSize: 100, retries: 10), new CreateContactsRequest { ListNames = [_list] });

        Assert.Null(run.Stop);
        Assert.Equal(refused, run.Rejected.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(996, _sandbox.Count(_list));
        Assert.Null(_sandbox.Contact(refused[0]));
        Assert.NotNull(_sandbox.Contact(numbers[4]));
    }

    [Fact]
    public async Task Contacts_leave_a_list_or_the_account_in_requests_of_200()
    {
        string[] numbers = Unique.Numbers(450);
        await SendingRun.SendAsync(_sandbox.Client(), numbers, request: new CreateContactsRequest { ListNames = [_list] });

        SendingRun run = await SendingRun.SendAsync(_sandbox.Client(), numbers[..250], request: new DeleteContactsRequest { ListName = _list });

        Assert.Equal(numbers[..250], run.Accepted.Order(StringComparer.Ordinal));
        Assert.Equal([50, 200], run.Events.OfType<RequestCompleted>().Select(r => r.Contacts).Order());
        Assert.Equal(numbers[250..], _sandbox.Numbers(_list).Order(StringComparer.Ordinal));
        Assert.NotNull(_sandbox.Contact(numbers[0]));

        await SendingRun.SendAsync(_sandbox.Client(), numbers[..450], request: new DeleteContactsRequest());

        Assert.Empty(_sandbox.Numbers(_list));
        Assert.Null(_sandbox.Contact(numbers[0]));
    }

    [Fact]
    public async Task A_wrong_key_ends_the_run_after_one_request()
    {
        int before = _sandbox.CountRequests();

        SendingRun run = await SendingRun.SendAsync(_sandbox.Client(key: "wrong"), Unique.Numbers(100), SendingRun.Quick(batchSize: 10));

        Assert.Equal(ErrorIds.AuthenticationFailed, run.Stop?.ErrorId);
        Assert.Equal(before + 1, _sandbox.CountRequests());
    }

    [Fact]
    public async Task The_rows_of_a_file_arrive_as_contacts()
    {
        string[] numbers = Unique.Numbers(450);
        string text = "Nom;Prénom;Portable;Ville\r\n" + string.Concat(numbers.Select((number, i) =>
            string.Create(CultureInfo.InvariantCulture, $"\"Durand; {i}\";Zoé;0{number[3..]};Paris\r\n")));
        using var reader = new DelimitedFileReader(new MemoryStream(Encoding.Latin1.GetBytes(text)));
        var intake = new RowIntake(reader, ColumnMap.Match(reader.Columns), new ContactIntake(new IntakeOptions("FR")));
        var options = new CreateContactsRequest { ListNames = [_list] };
        await using var sender = new BulkSender(_sandbox.Client(), options, new BulkSenderOptions { Sources = RowIntake.MakeSources });
        Assert.True(sender.TryRent(out ContactBatch batch));
        while (reader.Read())
        {
            Assert.Equal(IntakeKind.Taken, intake.Add(batch).Kind);
            if (batch.Count == batch.Capacity)
            {
                sender.Post(batch);
                Assert.True(sender.TryRent(out batch));
            }
        }

        sender.Post(batch);
        sender.Complete();
        await foreach (SendEvent happened in sender.Events.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            if (happened is BatchCompleted { Segments: var segments })
            {
                Assert.All(segments, segment => Assert.Equal(ContactOutcome.Accepted, segment.Outcome));
            }
        }

        Assert.Equal(450, _sandbox.Count(_list));
        JsonNode last = _sandbox.Contact(numbers[449])!;
        Assert.Equal(("Durand; 449", "Zoé"), ((string?)last["last_name"], (string?)last["first_name"]));
    }

    private void SetFailureRate(string rate) =>
        _sandbox.Change($$"""{"failure_rate": {{rate}}, "retry_after_seconds": 0}""");
}
