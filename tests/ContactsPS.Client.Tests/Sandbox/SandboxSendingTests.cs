using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactsPS.Client.Tests;

public sealed class SandboxSendingTests(SandboxProcess sandbox) : IClassFixture<SandboxProcess>, IAsyncLifetime
{
    private readonly string _list = SandboxProcess.NewName("list");

    public async ValueTask InitializeAsync()
    {
        await SetAsync(failureRate: 0);
        await sandbox.PutAsync("refusals", Array.Empty<string>());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Ten_thousand_contacts_arrive_though_every_fifth_request_fails()
    {
        string[] numbers = SandboxProcess.NewNumbers(10_000);
        await SetAsync(failureRate: 0.2m);

        SendingRun run = await SendingRun.SendAsync(
            sandbox.Client(), numbers, SendingRun.Quick(batchSize: 100, retries: 10), new CreateContactsOptions { ListNames = [_list] });

        Assert.Null(run.Stop);
        Assert.Equal(numbers, run.Accepted.Order(StringComparer.Ordinal));
        Assert.Equal(10_000, await sandbox.CountAsync(_list));
        Assert.InRange(run.Retries, 20, 30);
    }

    [Fact]
    public async Task Contacts_that_are_refused_are_rejected_and_all_others_arrive_in_spite_of_failures()
    {
        string[] numbers = SandboxProcess.NewNumbers(1_000);
        string[] refused = [numbers[3], numbers[250], numbers[251], numbers[999]];
        await sandbox.PutAsync("refusals", refused);
        await SetAsync(failureRate: 0.2m);

        SendingRun run = await SendingRun.SendAsync(
            sandbox.Client(), numbers, SendingRun.Quick(batchSize: 100, retries: 10), new CreateContactsOptions { ListNames = [_list] });

        Assert.Null(run.Stop);
        Assert.Equal(refused, run.Rejected.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(996, await sandbox.CountAsync(_list));
        Assert.Null(await sandbox.ContactAsync(refused[0]));
        Assert.NotNull(await sandbox.ContactAsync(numbers[4]));
    }

    [Fact]
    public async Task A_wrong_key_costs_one_request()
    {
        int before = (int)(await sandbox.LookAsync("requests/count"))["count"]!;

        SendingRun run = await SendingRun.SendAsync(sandbox.Client(key: "wrong"), SandboxProcess.NewNumbers(100), SendingRun.Quick(batchSize: 10));

        Assert.Equal(ErrorIds.AuthenticationFailed, run.Stop?.ErrorId);
        Assert.Equal(before + 1, (int)(await sandbox.LookAsync("requests/count"))["count"]!);
    }

    [Fact]
    public async Task The_rows_of_a_file_arrive_as_contacts()
    {
        string[] numbers = SandboxProcess.NewNumbers(450);
        string text = "Nom;Prénom;Portable;Ville\r\n" + string.Concat(numbers.Select((number, i) =>
            string.Create(CultureInfo.InvariantCulture, $"\"Durand; {i}\";Zoé;0{number[3..]};Paris\r\n")));
        using var reader = new DelimitedFileReader(new MemoryStream(Encoding.Latin1.GetBytes(text)));
        var intake = new RowIntake(reader, ColumnMap.Match(reader.Columns), new ContactIntake(new IntakeOptions("FR")));
        var options = new CreateContactsOptions { ListNames = [_list] };
        await using var sender = new BulkSender(sandbox.Client(), options, new BulkSenderOptions { Sources = RowIntake.MakeSources });
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

        Assert.Equal(450, await sandbox.CountAsync(_list));
        JsonNode last = (await sandbox.ContactAsync(numbers[449]))!;
        Assert.Equal(("Durand; 449", "Zoé"), ((string?)last["last_name"], (string?)last["first_name"]));
    }

    private Task SetAsync(decimal failureRate) =>
        sandbox.PutAsync("settings", new { failure_rate = failureRate, retry_after_seconds = 0 });
}
