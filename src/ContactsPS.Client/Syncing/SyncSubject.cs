using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContactsPS.Client;

/// <summary>The list that a state file belongs to: the service, the account and the name of the list.</summary>
/// <param name="Endpoint">The base address of the service.</param>
/// <param name="Login">The login of the account.</param>
/// <param name="List">The name of the list.</param>
public sealed record SyncSubject(
    [property: JsonPropertyName("endpoint")] string Endpoint,
    [property: JsonPropertyName("login")] string Login,
    [property: JsonPropertyName("list")] string List)
{
    /// <summary>Parses a text of <see cref="ToJson"/>. Null when it is not one.</summary>
    internal static SyncSubject? Parse(string json)
    {
        try
        {
            var subject = JsonSerializer.Deserialize<SyncSubject>(json);
            return subject is { Endpoint: not null, Login: not null, List: not null } ? subject : null;
        }
        catch (JsonException)
        {
            // The caller reports that the file is damaged.
            return null;
        }
    }

    /// <summary>Converts the subject to one line of JSON.</summary>
    internal string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Checks that a file belongs to this subject.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="found">The subject in the file. Null when it can't be read.</param>
    /// <exception cref="ContactsException">StateMismatch or StateCorrupt.</exception>
    internal void Check(string path, SyncSubject? found)
    {
        if (found is null)
        {
            throw SyncErrors.Corrupt(path, "its second line can't be read");
        }

        string? difference = found.Endpoint != Endpoint ? $"the endpoint {ColumnName.ToVisible(found.Endpoint)}, and the endpoint of this run is {Endpoint}"
            : found.Login != Login ? $"the login {ColumnName.ToVisible(found.Login)}, and the login of this run is {Login}"
            : found.List != List ? $"the list '{ColumnName.ToVisible(found.List)}', and the list of this run is '{List}'"
            : null;
        if (difference is not null)
        {
            throw new ContactsException(
                ErrorIds.StateMismatch,
                $"The state file '{path}' belongs to {difference}. Give each list of each account its own state file.");
        }
    }
}
