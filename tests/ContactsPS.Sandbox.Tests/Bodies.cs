using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

/// <summary>Bodies of contact/create.</summary>
public static class Bodies
{
    /// <summary>Contacts that have only a number.</summary>
    public static JsonObject Contacts(params string[] numbers) => new()
    {
        ["contacts"] = new JsonArray([.. numbers.Select(number => new JsonObject { ["phone_number"] = number })]),
    };

    /// <summary>One contact with a first name.</summary>
    public static JsonObject Named(string number, string firstName) => new()
    {
        ["contacts"] = new JsonArray(new JsonObject { ["phone_number"] = number, ["first_name"] = firstName }),
    };

    /// <summary>The same body with one more parameter.</summary>
    public static JsonObject With(this JsonObject body, string name, JsonNode? value)
    {
        body[name] = value;
        return body;
    }

    /// <summary>The strings of an array.</summary>
    public static string[] Texts(this JsonNode? array) => [.. array!.AsArray().Select(text => (string)text!)];
}
