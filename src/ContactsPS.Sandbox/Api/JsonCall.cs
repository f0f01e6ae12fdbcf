using System.Text.Json;
using ContactsPS.Sandbox.Reading;

namespace ContactsPS.Sandbox.Api;

/// <summary>Reads the calls whose parameters are a JSON object in the body.</summary>
internal static class JsonCall
{
    /// <summary>
    /// Reads the parameters. It answers 400 when the body is not JSON or not an object. Parameters that
    /// <paramref name="read"/> doesn't read are ignored.
    /// </summary>
    public static PreparedCall Prepare(ReadOnlyMemory<byte> body, RequestNotes notes, Func<LooseObject, PreparedCall> read)
    {
        using JsonDocument? json = JsonBody.Parse(body, out string problem);
        if (json is null)
        {
            return PreparedCall.Answered(ServiceAnswer.Unreadable(problem));
        }

        if (json.RootElement.ValueKind is not JsonValueKind.Object)
        {
            return PreparedCall.Answered(ServiceAnswer.Unreadable("The body is not a JSON object."));
        }

        var parameters = new LooseObject(json.RootElement, place: null, notes);
        PreparedCall call = read(parameters);
        parameters.NoteOthers();
        return call;
    }
}
