using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactsPS.Tests.Hosting;

/// <summary>Reads the output of ConvertTo-ContactRequest.</summary>
public static class Json
{
    /// <summary>Serializer options that do not escape non-ASCII letters.</summary>
    public static JsonSerializerOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The contacts of all bodies.</summary>
    public static JsonObject[] Contacts(ShellResult result)
    {
        Assert.Null(result.Thrown);
        return [.. result.Output.SelectMany(body => JsonNode.Parse((string)body.BaseObject)!["contacts"]!.AsArray().Select(contact => contact!.AsObject()))];
    }
}
