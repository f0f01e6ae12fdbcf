using System.Text.Json;

namespace ContactsPS.Client.Tests;

/// <summary>The columns of a file, and what each field is to be taken from.</summary>
public sealed record HeaderCase
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    /// <summary>The names of the columns.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The column of each field that has one.</summary>
    public required IReadOnlyDictionary<ContactField, string> Map { get; init; }

    /// <summary>What the columns are refused with; null: nothing.</summary>
    public string? Error { get; init; }

    /// <summary>Whether there must be a warning; null: that isn't said.</summary>
    public bool? Warns { get; init; }

    /// <summary>Which program writes the columns.</summary>
    public string? Source { get; init; }

    /// <summary>Reads a case.</summary>
    public static HeaderCase Parse(string line) => JsonSerializer.Deserialize<HeaderCase>(line, s_options)!;

    /// <summary>The lines of a file of cases.</summary>
    public static TheoryData<string> Read(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Columns", file))];
}
