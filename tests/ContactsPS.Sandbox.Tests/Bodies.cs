using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

/// <summary>Makes bodies of contact/create.</summary>
public static class Bodies
{
    /// <summary>A body of contacts that have only a phone number.</summary>
    public static JsonObject Contacts(params string[] numbers) => new()
    {
        ["contacts"] = new JsonArray([.. numbers.Select(number => new JsonObject { ["phone_number"] = number })]),
    };

    /// <summary>A body of one contact with a first name.</summary>
    public static JsonObject Named(string number, string firstName) => new()
    {
        ["contacts"] = new JsonArray(new JsonObject { ["phone_number"] = number, ["first_name"] = firstName }),
    };

    /// <summary>Sets a parameter of a body, and returns the body.</summary>
    public static JsonObject With(this JsonObject body, string name, JsonNode? value)
    {
        body[name] = value;
        return body;
    }

    /// <summary>The strings of an array.</summary>
    public static string[] Texts(this JsonNode? array) => [.. array!.AsArray().Select(text => (string)text!)];
}
