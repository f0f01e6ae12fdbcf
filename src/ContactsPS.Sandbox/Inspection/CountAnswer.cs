using ContactsPS.Sandbox.Api;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>The answer of every count call: <c>{"count": 3}</c>.</summary>
internal static class CountAnswer
{
    /// <summary>Makes the answer.</summary>
    public static ServiceAnswer Of(long count) => ServiceAnswer.Json(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("count", count);
        json.WriteEndObject();
    });
}
