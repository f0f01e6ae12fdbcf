using System.Text.Json;
using ContactsPS.Sandbox.Api;
using ContactsPS.Sandbox.Reading;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>
/// GET /sandbox/contacts/{phone_number}/history: the last 100 requests to contact/create and contact/delete that named
/// the phone number, the newest first. It also works for a contact that was deleted.
/// </summary>
internal sealed class ContactHistory(SandboxStore store)
{
    private const int Most = 100;

    /// <summary>Answers the call.</summary>
    public async Task WriteAsync(HttpContext context)
    {
        string text = (string)context.GetRouteValue("phone_number")!;
        string number = PhoneNumberFormat.Format(text, out string problem) ?? throw new FormatException(problem);
        new InspectionQuery(context.Request.Query).RefuseOthers();
        List<long> requests = await store.ReadAsync(tables => tables.Requests.WithNumber(PhoneNumberFormat.Digits(number), Most));
        ServiceAnswer answer = await store.ReadAsync(tables => ServiceAnswer.Json(json =>
        {
            json.WriteStartArray();
            requests.ForEach(request => tables.Requests.One(request, row => WriteEntry(json, row, number)));
            json.WriteEndArray();
        }));
        await answer.WriteAsync(context);
    }

    private static void WriteEntry(Utf8JsonWriter json, Statement row, string number)
    {
        json.WriteStartObject();
        RequestJson.WriteMembers(json, row, withBody: false);
        using JsonDocument? body = row.IsNull(RequestJson.Body) ? null : JsonBody.Parse(row.Bytes(RequestJson.Body).ToArray(), out _);
        json.WritePropertyName("sent");
        if (body?.RootElement.ValueKind is JsonValueKind.Object)
        {
            WriteSent(json, body.RootElement, number);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteEndObject();
    }

    // The request with this contact only.
    private static void WriteSent(Utf8JsonWriter json, JsonElement body, string number)
    {
        json.WriteStartObject();
        foreach (JsonProperty member in body.EnumerateObject())
        {
            bool concernsOthers = member.Name is "contacts" or "phone_numbers" && member.Value.ValueKind is JsonValueKind.Array;
            if (!concernsOthers)
            {
                member.WriteTo(json);
                continue;
            }

            json.WriteStartArray(member.Name);
            foreach (JsonElement contact in member.Value.EnumerateArray().Where(contact => HasNumber(contact, number)))
            {
                contact.WriteTo(json);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static bool HasNumber(JsonElement contact, string number)
    {
        JsonElement value = contact.ValueKind is JsonValueKind.Object && contact.TryGetProperty("phone_number", out JsonElement member) ? member : contact;
        return PhoneNumberFormat.Read(value, new NotePath("contacts"), new RequestNotes(), out _) == number;
    }
}
