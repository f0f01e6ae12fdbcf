using System.Text.Json;

namespace ContactsPS.Sandbox.Reading;

/// <summary>
/// Reads the members of a JSON object as the service does (web-service.md, Incorrect data), and notes what is not as it
/// should be.
/// </summary>
/// <param name="json">The object.</param>
/// <param name="place">The place of the object in the request. Null for the body.</param>
/// <param name="notes">The notes of the request.</param>
internal sealed class LooseObject(JsonElement json, NotePath? place, RequestNotes notes)
{
    private readonly List<string> _asked = new(capacity: 8);
    private int _found;

    /// <summary>The notes of the request.</summary>
    public RequestNotes Notes { get; } = notes;

    /// <summary>Gets a member. An undefined value when there is none.</summary>
    public JsonElement Member(string name)
    {
        _asked.Add(name);
        if (!json.TryGetProperty(name, out JsonElement value))
        {
            return default;
        }

        _found++;
        return value;
    }

    /// <summary>Reads a member as text without control characters. Null when it can't be read.</summary>
    public string? Text(string name) => LooseText.Read(Member(name), At(name), Notes);

    /// <summary>Reads a member as a boolean. False when it can't be read.</summary>
    public bool Flag(string name) => LooseFlag.Read(Member(name), At(name), Notes);

    /// <summary>Reads a member as the name of a list or tag. Null when it can't be read.</summary>
    public string? Name(string name, int longest) => GroupName.Read(Member(name), longest, At(name), Notes);

    /// <summary>Reads a member that should be one name. An array counts as several names.</summary>
    public List<string> Names(string name, int longest) => Names(name, longest, shouldBeArray: false);

    /// <summary>Reads a member that should be an array of names. A single value counts as an array with one element.</summary>
    public List<string> SeveralNames(string name, int longest) => Names(name, longest, shouldBeArray: true);

    /// <summary>
    /// Reads a member that should be an array. A single value counts as an array with one element, and null as a missing
    /// value.
    /// </summary>
    /// <returns>The elements and their places. Null when the member is missing.</returns>
    public List<(JsonElement Value, NotePath Path)>? Elements(string name) => Elements(name, shouldBeArray: true);

    /// <summary>Gets the place of a member.</summary>
    public NotePath At(string name) => place is { } parent ? parent with { Field = name } : new NotePath(name);

    /// <summary>Notes the members that no other method has read. Call it last.</summary>
    public void NoteOthers()
    {
        if (_found == json.GetPropertyCount())
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (JsonProperty member in json.EnumerateObject())
        {
            string name = NameOf(member);
            if (!_asked.Contains(name))
            {
                Notes.Ignored(At(name), "There is no such parameter.");
            }
            else if (!seen.Add(name))
            {
                Notes.Ignored(At(name), "It is given more than once. The last value is used.");
            }
        }
    }

    private List<string> Names(string name, int longest, bool shouldBeArray)
    {
        List<string> names = [];
        foreach ((JsonElement value, NotePath path) in Elements(name, shouldBeArray) ?? [])
        {
            if (value.ValueKind is JsonValueKind.Null)
            {
                Notes.Ignored(path, "The name is null.");
            }
            else if (GroupName.Read(value, longest, path, Notes) is { } read)
            {
                names.Add(read);
            }
        }

        return names;
    }

    private List<(JsonElement Value, NotePath Path)>? Elements(string name, bool shouldBeArray)
    {
        JsonElement value = Member(name);
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            return null;
        }

        NotePath path = At(name);
        bool isArray = value.ValueKind is JsonValueKind.Array;
        if (isArray != shouldBeArray)
        {
            Notes.Cast(path, isArray ? "An array was read as several values." : "A single value was read as an array.");
        }

        return isArray ? [.. value.EnumerateArray().Select((element, index) => (element, path with { Index = index }))] : [(value, path)];
    }

    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "(not valid Unicode)";
        }
    }
}
