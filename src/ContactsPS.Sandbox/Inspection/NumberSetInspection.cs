using System.Text.Json;
using ContactsPS.Sandbox.Api;
using ContactsPS.Sandbox.Reading;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>
/// GET, PUT and DELETE of a set of phone numbers, as an array of strings. PUT replaces the set. PUT and DELETE answer
/// 204.
/// </summary>
internal static class NumberSetInspection
{
    /// <summary>Maps the routes of one set.</summary>
    public static void Map(RouteGroupBuilder sandbox, string path, Func<SandboxStore, NumberSet> set)
    {
        sandbox.MapGet(path, async (HttpContext context, SandboxStore store) =>
        {
            string[] numbers = await store.ReadAsync(tables => set(tables).Numbers.ToArray());
            await ServiceAnswer.Json(json => JsonSerializer.Serialize(json, numbers)).WriteAsync(context);
        });
        sandbox.MapPut(path, async (HttpContext context, SandboxStore store) =>
        {
            ServiceAnswer answer = await InspectionBody.HandleAsync(context, async json => await ReplaceAsync(store, set, Numbers(json)));
            await answer.WriteAsync(context);
        });
        sandbox.MapDelete(path, async (HttpContext context, SandboxStore store) =>
        {
            ServiceAnswer answer = await ReplaceAsync(store, set, []);
            await answer.WriteAsync(context);
        });
    }

    private static async Task<ServiceAnswer> ReplaceAsync(SandboxStore store, Func<SandboxStore, NumberSet> set, List<string> numbers)
    {
        await store.WriteAsync(tables => set(tables).Replace(numbers));
        return ServiceAnswer.NoContent;
    }

    private static List<string> Numbers(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Array)
        {
            throw new FormatException("The body must be a JSON array of phone numbers.");
        }

        return [.. json.EnumerateArray().Select(Number)];
    }

    private static string Number(JsonElement element, int index)
    {
        var path = new NotePath("numbers", index);
        return PhoneNumberFormat.Read(element, path, new RequestNotes(), out string problem)
            ?? throw new FormatException($"Element {index} is not an international phone number. {problem}");
    }
}
