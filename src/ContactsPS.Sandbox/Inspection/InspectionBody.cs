using System.Text.Json;
using ContactsPS.Sandbox.Api;
using ContactsPS.Sandbox.Reading;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>The JSON bodies of the inspection calls.</summary>
internal static class InspectionBody
{
    /// <summary>
    /// Reads the body and handles it. The answer is 4xx with a reason when the body is too large, compressed or not JSON, or
    /// when the handler throws a <see cref="FormatException"/>.
    /// </summary>
    public static async Task<ServiceAnswer> HandleAsync(HttpContext context, Func<JsonElement, Task<ServiceAnswer>> handle)
    {
        using var body = new RequestBody();
        await body.ReadAsync(context.Request, context.RequestAborted);
        if (body.Refusal is { } refusal)
        {
            return refusal;
        }

        using JsonDocument? json = JsonBody.Parse(body.Bytes, out string problem);
        if (json is null)
        {
            return ServiceAnswer.Unreadable(problem);
        }

        try
        {
            return await handle(json.RootElement);
        }
        catch (FormatException wrong)
        {
            return ServiceAnswer.Unreadable(wrong.Message);
        }
    }
}
