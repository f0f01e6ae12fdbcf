using System.Collections.Frozen;
using System.Text.Json;

namespace ContactsPS.Sandbox.Faults;

/// <summary>
/// Reads and writes the settings as JSON. Unlike the service, it is strict, so that a test with a misspelled setting
/// fails.
/// </summary>
internal static class SettingsJson
{
    private const int LongestRetryAfter = 86_400;

    /// <summary>Applies a partial change. Settings that are absent don't change.</summary>
    /// <exception cref="FormatException">
    /// A setting is unknown or its value is wrong. The message names it and says which values are allowed.
    /// </exception>
    public static SandboxSettings Apply(SandboxSettings settings, JsonElement change)
    {
        if (change.ValueKind is not JsonValueKind.Object)
        {
            throw new FormatException("The settings must be a JSON object.");
        }

        foreach (JsonProperty setting in change.EnumerateObject())
        {
            settings = setting.Name switch
            {
                "latency_milliseconds" => settings with { LatencyMilliseconds = WholeNumber(setting, 0, SandboxSettings.LongestLatency) },
                "failure_rate" => settings with { FailureRate = Fraction(setting) },
                "failure_kind" => settings with { FailureKind = Kind(setting) },
                "retry_after_seconds" => settings with { RetryAfterSeconds = WholeNumber(setting, 0, LongestRetryAfter) },
                "blocked_logins" => settings with { BlockedLogins = Texts(setting) },
                "maximum_contacts" => settings with { MaximumContacts = Limit(setting, 1) },
                "list_capacity" => settings with { ListCapacity = Limit(setting, 0) },
                "full_lists" => settings with { FullLists = Texts(setting).ToFrozenSet(StringComparer.Ordinal) },
                "account_standing" => settings with { AccountStanding = Standing(setting) },
                "success_body" => settings with { SuccessBody = Flag(setting) },
                _ => throw new FormatException($"The setting {setting.Name} doesn't exist."),
            };
        }

        return settings;
    }

    /// <summary>Writes all settings.</summary>
    public static void Write(Utf8JsonWriter json, SandboxSettings settings)
    {
        json.WriteStartObject();
        json.WriteNumber("latency_milliseconds", settings.LatencyMilliseconds);
        json.WriteNumber("failure_rate", settings.FailureRate);
        json.WriteString("failure_kind", settings.FailureKind.Name());
        json.WriteNumber("retry_after_seconds", settings.RetryAfterSeconds);
        WriteTexts(json, "blocked_logins", settings.BlockedLogins);
        WriteLimit(json, "maximum_contacts", settings.MaximumContacts);
        WriteLimit(json, "list_capacity", settings.ListCapacity);
        WriteTexts(json, "full_lists", settings.FullLists.Order(StringComparer.Ordinal));
        json.WriteString("account_standing", settings.AccountStanding.Name());
        json.WriteBoolean("success_body", settings.SuccessBody);
        json.WriteEndObject();
    }

    private static void WriteLimit(Utf8JsonWriter json, string name, int? limit)
    {
        if (limit is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static int WholeNumber(JsonProperty setting, int smallest, int largest) =>
        setting.Value.ValueKind is JsonValueKind.Number && setting.Value.TryGetInt32(out int number) && number >= smallest && number <= largest
            ? number
            : throw new FormatException($"{setting.Name} must be a whole number from {smallest} to {largest}.");

    private static int? Limit(JsonProperty setting, int smallest) =>
        setting.Value.ValueKind is JsonValueKind.Null ? null : WholeNumber(setting, smallest, int.MaxValue);

    private static bool Flag(JsonProperty setting) => setting.Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new FormatException($"{setting.Name} must be true or false."),
    };

    private static FailureKind Kind(JsonProperty setting) =>
        (setting.Value.ValueKind is JsonValueKind.String ? FailureKindNames.Read(setting.Value.GetString()) : null)
            ?? throw new FormatException($"{setting.Name} must be {FailureKindNames.All}.");

    private static AccountStanding Standing(JsonProperty setting) =>
        (setting.Value.ValueKind is JsonValueKind.String ? AccountStandingNames.Read(setting.Value.GetString()) : null)
            ?? throw new FormatException($"{setting.Name} must be {AccountStandingNames.All}.");

    private static decimal Fraction(JsonProperty setting) =>
        setting.Value.ValueKind is JsonValueKind.Number && setting.Value.TryGetDecimal(out decimal number) && number is >= 0 and <= 1
            ? number
            : throw new FormatException($"{setting.Name} must be a number from 0 to 1.");

    private static string[] Texts(JsonProperty setting) =>
        setting.Value.ValueKind is JsonValueKind.Array && setting.Value.EnumerateArray().All(value => value.ValueKind is JsonValueKind.String)
            ? [.. setting.Value.EnumerateArray().Select(value => value.GetString()!)]
            : throw new FormatException($"{setting.Name} must be an array of strings.");
}
