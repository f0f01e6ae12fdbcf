using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContactsPS.Client;

/// <summary>
/// What a journal is about: a run may only be taken up again with the same file, account and options, because otherwise
/// "acknowledged" would be said of something else.
/// </summary>
public sealed record JournalSubject
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>The name of the file, for people: it may be moved.</summary>
    public required string File { get; init; }

    /// <summary>The length of the file, in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>The SHA-256 of the file, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The address of the service.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The login of the account.</summary>
    public required string Login { get; init; }

    /// <summary>The options that decide what is sent, by name: lists, tags, switches, map, region, partition, ….</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>Reads what <see cref="ToJson"/> wrote; null where it is something else.</summary>
    internal static JournalSubject? Parse(string json)
    {
        try
        {
            var subject = JsonSerializer.Deserialize<JournalSubject>(json, s_json);
            return subject is { File: not null, Sha256: not null, Endpoint: not null, Login: not null, Options: not null } ? subject : null;
        }
        catch (JsonException)
        {
            // The caller says that it is no journal.
            return null;
        }
    }

    /// <summary>One line of JSON.</summary>
    internal string ToJson() => JsonSerializer.Serialize(this, s_json);

    /// <summary>What of <paramref name="now"/> differs from this, as a sentence; null where nothing does.</summary>
    internal string? FindDifference(JournalSubject now)
    {
        if (Sha256 != now.Sha256)
        {
            return $"its file was '{File}' of {Length} bytes, and '{now.File}' of {now.Length} bytes has other contents";
        }

        if (Endpoint != now.Endpoint)
        {
            return $"its endpoint was {Endpoint}, and this one is {now.Endpoint}";
        }

        if (Login != now.Login)
        {
            return $"its login was {Login}, and this one is {now.Login}";
        }

        foreach (string name in Options.Keys.Union(now.Options.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            string? before = Options.GetValueOrDefault(name);
            string? after = now.Options.GetValueOrDefault(name);
            if (before != after)
            {
                return $"its {name} was {Show(before)}, and this run's is {Show(after)}";
            }
        }

        return null;
    }

    private static string Show(string? value) => string.IsNullOrEmpty(value) ? "not set" : $"'{value}'";
}
