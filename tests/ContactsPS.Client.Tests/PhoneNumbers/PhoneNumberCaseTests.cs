using System.Text.Json;

namespace ContactsPS.Client.Tests;

/// <summary>
/// Numbers as they were met in exports and bug reports (Cases/phone-numbers.jsonl), and as people of many countries write them
/// (Cases/written-numbers.jsonl).
/// </summary>
public sealed class PhoneNumberCaseTests
{
    /// <summary>The cases: kind, region, text, outcome, number.</summary>
    public static TheoryData<string, string?, string, string, string?> Cases()
    {
        TheoryData<string, string?, string, string, string?> cases = [];
        string[] files = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "PhoneNumbers", "Cases"), "*.jsonl");
        foreach (string line in files.SelectMany(File.ReadLines))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement it = document.RootElement;
            cases.Add(
                it.GetProperty("kind").GetString()!,
                it.GetProperty("region").GetString(),
                it.GetProperty("text").GetString()!,
                it.GetProperty("outcome").GetString()!,
                it.GetProperty("number").GetString());
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_sent_is_the_number_that_was_meant(string kind, string? region, string text, string outcome, string? number)
    {
        string? sent = Numbers.Normalize(region, text);

        string?[] allowed = outcome switch
        {
            "sent" => [number],
            "rejected" => [null],
            "sent or rejected" => [number, null],
            _ => throw new InvalidDataException($"'{outcome}' of '{kind}' is no outcome."),
        };
        Assert.Contains(sent, allowed);
    }
}
