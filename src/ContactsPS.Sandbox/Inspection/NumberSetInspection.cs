using System.Text.Json;
using ContactsPS.Sandbox.Api;
using ContactsPS.Sandbox.Description;
using ContactsPS.Sandbox.Reading;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>
/// GET, PUT, POST and DELETE of a set of phone numbers, as an array of strings. PUT replaces the set, POST adds to it, and
/// DELETE empties it, or removes the number in the path. The changes answer 204.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="set">The set.</param>
internal sealed class NumberSetInspection(SandboxStore store, Func<SandboxStore, NumberSet> set)
{
    /// <summary>Maps the routes of the set.</summary>
    /// <param name="calls">The calls.</param>
    /// <param name="path">The path of the set.</param>
    /// <param name="what">What the numbers in the set are, for the description.</param>
    public void Map(InspectionCalls calls, string path, string what)
    {
        calls.Get(path, WriteAsync, NumberSetDescriptions.All(what));
        calls.Put(path, context => ChangeAsync(context, (numbers, changed) => numbers.Replace(changed)), NumberSetDescriptions.Replace(what));
        calls.Post(path, context => ChangeAsync(context, (numbers, changed) => changed.ForEach(numbers.Add)), NumberSetDescriptions.Add(what));
        calls.Delete(path, ClearAsync, NumberSetDescriptions.Clear(what));
        calls.Delete($"{path}/{{phone_number}}", RemoveAsync, NumberSetDescriptions.Remove(what));
    }

    private async Task WriteAsync(HttpContext context)
    {
        new InspectionQuery(context.Request.Query).RefuseOthers();
        string[] numbers = await store.ReadAsync(tables => set(tables).Numbers.ToArray());
        await ServiceAnswer.Json(json =>
        {
            json.WriteStartArray();
            foreach (string number in numbers)
            {
                json.WriteStringValue(number);
            }

            json.WriteEndArray();
        }).WriteAsync(context);
    }

    private async Task ChangeAsync(HttpContext context, Action<NumberSet, List<string>> change)
    {
        ServiceAnswer answer = await InspectionBody.HandleAsync(context, async json =>
        {
            List<string> numbers = Numbers(json);
            await store.WriteAsync(tables => change(set(tables), numbers));
            return ServiceAnswer.NoContent;
        });
        await answer.WriteAsync(context);
    }

    private async Task ClearAsync(HttpContext context)
    {
        await store.WriteAsync(tables => set(tables).Replace([]));
        await ServiceAnswer.NoContent.WriteAsync(context);
    }

    private async Task RemoveAsync(HttpContext context)
    {
        string text = (string)context.GetRouteValue("phone_number")!;
        string? number = PhoneNumberFormat.Format(text, out _);
        bool removed = number is not null && await store.WriteAsync(tables => set(tables).Remove(number));
        ServiceAnswer answer = removed
            ? ServiceAnswer.NoContent
            : ServiceAnswer.Refused(StatusCodes.Status404NotFound, code: null, $"The number {text} is not here.");
        await answer.WriteAsync(context);
    }

    private static List<string> Numbers(JsonElement json) => json.ValueKind is JsonValueKind.Array
        ? [.. json.EnumerateArray().Select(Number)]
        : throw new FormatException("The body must be a JSON array of phone numbers.");

    private static string Number(JsonElement element, int index)
    {
        var path = new NotePath("numbers", index);
        return PhoneNumberFormat.Read(element, path, new RequestNotes(), out string problem)
            ?? throw new FormatException($"Element {index} is not an international phone number. {problem}");
    }
}
