using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactsPS.Tests.Hosting;

/// <summary>Reads the bodies that ConvertTo-ContactRequest writes.</summary>
public static class Json
{
    /// <summary>Writes letters beyond ASCII as they are.</summary>
    public static JsonSerializerOptions Plain { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The contacts of all the bodies.</summary>
    public static JsonObject[] Contacts(ShellResult result)
    {
        Assert.Null(result.Thrown);
        return [.. result.Output.SelectMany(body => JsonNode.Parse((string)body.BaseObject)!["contacts"]!.AsArray().Select(contact => contact!.AsObject()))];
    }
}
