using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace ContactsPS.Sandbox.Tests;

public sealed class DurabilityTests
{
    [Fact]
    public async Task Every_answered_request_survives_a_kill()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Find("contacts.db");
        var answered = new ConcurrentBag<string>();
        await using (SandboxProcess sandbox = await SandboxProcess.StartAsync("--data-path", path))
        {
            Task[] senders = [.. Enumerable.Range(0, 4).Select(_ => SendUntilKilledAsync(sandbox, answered))];
            await Task.WhenAll(senders);
        }

        await using SandboxProcess again = await SandboxProcess.StartAsync("--data-path", path);
        JsonArray kept = again.Get("contacts?list_name=VIP").AsArray();
        HashSet<string> numbers = [.. kept.Select(contact => (string)contact!["phone_number"]!)];

        Assert.Subset(numbers, answered.ToHashSet(StringComparer.Ordinal));
        int logged = again.CountRequests();
        Assert.True(logged >= answered.Count);
    }

    [Fact]
    public async Task A_sandbox_continues_with_the_data_of_its_file()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Find("contacts.db");
        string number = Unique.Number();
        await using (SandboxProcess first = await SandboxProcess.StartAsync("--data-path", path))
        {
            await first.AddAsync(Bodies.Contacts(number));
            first.OptOut(number);
            Assert.Equal(0, await first.StopAsync());
        }

        await using SandboxProcess second = await SandboxProcess.StartAsync("--data-path", path);
        await second.AddAsync(Bodies.Contacts(number));

        JsonNode contact = second.Contact(number)!;
        Assert.Equal(2, (int)contact["received_count"]!);
        Assert.True((bool)contact["opted_out"]!);
    }

    [Fact]
    public async Task A_file_of_version_1_is_converted_and_keeps_its_data()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Find("contacts.db");
        string number = Unique.Number();
        await using (SandboxProcess first = await SandboxProcess.StartAsync("--data-path", path))
        {
            await first.AddAsync(Bodies.Contacts(number));
            Assert.Equal(0, await first.StopAsync());
        }

        await RunSqlAsync(path, """
            ALTER TABLE requests DROP COLUMN query; ALTER TABLE requests DROP COLUMN note_counts; ALTER TABLE requests DROP COLUMN answer;
            ALTER TABLE requests DROP COLUMN answer_header; DROP TABLE request_numbers;
            ALTER TABLE requests DROP COLUMN notes; ALTER TABLE requests DROP COLUMN notes_omitted; PRAGMA user_version = 1;
            """);
        await using SandboxProcess second = await SandboxProcess.StartAsync("--data-path", path);
        await second.AddAsync(Bodies.Contacts("nobody"));

        JsonObject[] requests = second.Requests();
        Assert.NotNull(second.Contact(number));
        Assert.Equal([0, 1], requests.Select(request => request["notes"]!.AsArray().Count));
    }

    [Fact]
    public async Task A_file_of_a_later_version_is_refused()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Find("contacts.db");
        await using (SandboxProcess first = await SandboxProcess.StartAsync("--data-path", path))
        {
            Assert.Equal(0, await first.StopAsync());
        }

        await RunSqlAsync(path, "PRAGMA user_version = 1000;");
        ProgramRun run = await DotnetProgram.RunAsync(Repository.SandboxProgram, "--data-path", path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("it is not a database of this sandbox", run.Errors, StringComparison.Ordinal);
    }

    private static async Task RunSqlAsync(string path, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The SQL texts are constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task SendUntilKilledAsync(SandboxProcess sandbox, ConcurrentBag<string> answered)
    {
        const int Enough = 200;
        try
        {
            while (true)
            {
                string number = Unique.Number();
                await sandbox.AddAsync(Bodies.Contacts(number).With("list_name", "VIP"));
                answered.Add(number);
                if (answered.Count >= Enough)
                {
                    sandbox.Process.Kill();
                }
            }
        }
        catch (HttpRequestException)
        {
            Assert.True(answered.Count >= Enough);
        }
    }
}
