using System.Buffers;
using System.Text.Json;
using ContactsPS.Sandbox.Api;

namespace ContactsPS.Sandbox.Reading;

/// <summary>
/// What was cast, formatted, ignored or dropped in one request, and why. The service says nothing about it. Their number
/// is limited for each kind, so that a thousand formatted numbers don't hide one dropped contact.
/// </summary>
internal sealed class RequestNotes
{
    /// <summary>The maximum number of notes of each kind. Further notes are only counted.</summary>
    public const int MostOfEachKind = 50;

    private const int LongestText = 200;

    private static readonly int s_kinds = Enum.GetValues<NoteKind>().Length;

    private readonly List<(string Path, NoteKind What, string Why)> _kept = [];
    private readonly int[] _counts = new int[s_kinds];

    /// <summary>The number of notes that are not kept.</summary>
    public int Omitted { get; private set; }

    /// <summary>Notes that a value of another type was cast.</summary>
    public void Cast(NotePath path, string why) => Add(path, NoteKind.Cast, why);

    /// <summary>Notes that a value was changed.</summary>
    public void Formatted(NotePath path, string why) => Add(path, NoteKind.Formatted, why);

    /// <summary>Notes that a value was not used.</summary>
    public void Ignored(NotePath path, string why) => Add(path, NoteKind.Ignored, why);

    /// <summary>Notes that a contact was not stored.</summary>
    public void Dropped(NotePath path, string why) => Add(path, NoteKind.Dropped, why);

    /// <summary>
    /// The notes as a JSON array in UTF-8, in the order in which they were made:
    /// <c>[{"path": "contacts[3]", "what": "dropped", "why": "…"}]</c>. Empty when there are none.
    /// </summary>
    public ReadOnlyMemory<byte> ToJson()
    {
        if (_kept.Count == 0)
        {
            return default;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, ServiceAnswer.Writing);
        json.WriteStartArray();
        foreach ((string path, NoteKind what, string why) in _kept)
        {
            json.WriteStartObject();
            json.WriteString("path", path);
            json.WriteString("what", Name(what));
            json.WriteString("why", why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>
    /// How many notes of each kind there are, including those that are not kept, as a JSON object in UTF-8:
    /// <c>{"formatted": 3, "dropped": 1}</c>. Empty when there are none.
    /// </summary>
    public ReadOnlyMemory<byte> CountsToJson()
    {
        if (_kept.Count == 0)
        {
            return default;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        foreach (NoteKind kind in Enum.GetValues<NoteKind>().Where(kind => _counts[(int)kind] > 0))
        {
            json.WriteNumber(Name(kind), _counts[(int)kind]);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private void Add(NotePath path, NoteKind what, string why)
    {
        if (_counts[(int)what]++ < MostOfEachKind)
        {
            _kept.Add((Shorten(path.ToString()), what, Shorten(why)));
        }
        else
        {
            Omitted++;
        }
    }

    // A path contains the names of unknown parameters, which can be of any length.
    private static string Shorten(string text) => text.Length <= LongestText
        ? text
        : $"{string.Concat(text.EnumerateRunes().Take(LongestText - 1))}…";

    private static string Name(NoteKind what) => what switch
    {
        NoteKind.Cast => "cast",
        NoteKind.Formatted => "formatted",
        NoteKind.Ignored => "ignored",
        _ => "dropped",
    };
}
