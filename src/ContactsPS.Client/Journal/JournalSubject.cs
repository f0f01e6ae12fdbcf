using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContactsPS.Client;

/// <summary>
/// The file, the account and the options that a journal belongs to. A run can only be continued with the same ones,
/// because the journal says nothing about others.
/// </summary>
public sealed record JournalSubject
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The name of the file, for people. It is not compared, because the file may be moved.</summary>
    public required string File { get; init; }

    /// <summary>The length of the file, in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>The SHA-256 of the file, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The address of the service.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The login of the account.</summary>
    public required string Login { get; init; }

    /// <summary>
    /// The options that decide what is sent, by name: lists, tags, switches, property map, region, partition, and
    /// others.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>
    /// Joins names to the text of one option. A vertical bar in a name is doubled, so that one name can't look like two
    /// names.
    /// </summary>
    public static string Join(IEnumerable<string> names) =>
        string.Join(" | ", names.Select(name => name.Replace("|", "||", StringComparison.Ordinal)));

    /// <summary>Parses a text of <see cref="ToJson"/>. Null when it is not one.</summary>
    internal static JournalSubject? Parse(string json)
    {
        try
        {
            var subject = JsonSerializer.Deserialize<JournalSubject>(json, s_json);
            return subject is { File: not null, Sha256: not null, Endpoint: not null, Login: not null, Options: not null } ? subject : null;
        }
        catch (JsonException)
        {
            // The caller reports that the file is not a journal.
            return null;
        }
    }

    /// <summary>Converts the subject to one line of JSON.</summary>
    internal string ToJson() => JsonSerializer.Serialize(this, s_json);

    /// <summary>
    /// Describes the first difference between this subject and <paramref name="now"/>. Null when they are equal.
    /// </summary>
    internal string? FindDifference(JournalSubject now)
    {
        if (Sha256 != now.Sha256)
        {
            return $"its file was '{File}' of {Length} bytes, and '{now.File}' of {now.Length} bytes has different contents";
        }

        if (Endpoint != now.Endpoint)
        {
            return $"its endpoint was {Endpoint}, and the endpoint of this run is {now.Endpoint}";
        }

        if (Login != now.Login)
        {
            return $"its login was {Login}, and the login of this run is {now.Login}";
        }

        foreach (string name in Options.Keys.Union(now.Options.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            string? before = Options.GetValueOrDefault(name);
            string? after = now.Options.GetValueOrDefault(name);
            if (before != after)
            {
                return $"its {name} was {Show(before)}, and the {name} of this run is {Show(after)}";
            }
        }

        return null;
    }

    private static string Show(string? value) => string.IsNullOrEmpty(value) ? "not set" : $"'{value}'";
}
