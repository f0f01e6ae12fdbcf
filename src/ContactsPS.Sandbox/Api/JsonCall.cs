using System.Text.Json;
using ContactsPS.Sandbox.Reading;

namespace ContactsPS.Sandbox.Api;

/// <summary>Reads the calls whose parameters are a JSON object in the body.</summary>
internal static class JsonCall
{
    /// <summary>Reads the parameters. It answers 400 when the body is not JSON or not an object.</summary>
    public static PreparedCall Prepare(ReadOnlyMemory<byte> body, Func<JsonElement, PreparedCall> read)
    {
        using JsonDocument? json = JsonBody.Parse(body, out string problem);
        if (json is null)
        {
            return PreparedCall.Answered(ServiceAnswer.Unreadable(problem));
        }

        return json.RootElement.ValueKind is JsonValueKind.Object
            ? read(json.RootElement)
            : PreparedCall.Answered(ServiceAnswer.Unreadable("The body is not a JSON object."));
    }
}
