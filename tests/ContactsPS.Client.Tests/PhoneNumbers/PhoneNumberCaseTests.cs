using System.Text.Json;

namespace ContactsPS.Client.Tests;

/// <summary>
/// Numbers as they were met in exports and bug reports (Cases/phone-numbers.jsonl), and as people of many countries write them
/// (Cases/written-numbers.jsonl).
/// </summary>
public sealed class PhoneNumberCaseTests
{
    // One test a file: a test for each of the 2,000 cases takes longer to report than to run.
    [Theory]
    [InlineData("phone-numbers.jsonl")]
    [InlineData("written-numbers.jsonl")]
    public void What_is_sent_is_the_number_that_was_meant(string file)
    {
        List<string> wrong = [];
        int count = 0;
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "PhoneNumbers", "Cases", file)))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement it = document.RootElement;
            string? sent = Numbers.Normalize(it.GetProperty("region").GetString(), it.GetProperty("text").GetString()!);
            string outcome = it.GetProperty("outcome").GetString()!;
            string? number = it.GetProperty("number").GetString();
            string?[] allowed = outcome switch
            {
                "sent" => [number],
                "rejected" => [null],
                "sent or rejected" => [number, null],
                _ => throw new InvalidDataException($"'{outcome}' is no outcome."),
            };
            count++;
            if (!allowed.Contains(sent))
            {
                wrong.Add($"{line}: {sent ?? "rejected"}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.InRange(count, 100, int.MaxValue);
    }
}
