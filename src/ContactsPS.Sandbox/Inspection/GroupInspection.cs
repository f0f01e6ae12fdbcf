using ContactsPS.Sandbox.Api;
using ContactsPS.Sandbox.Description;
using ContactsPS.Sandbox.Storage;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>GET /sandbox/lists and /sandbox/tags: their names and numbers of contacts.</summary>
internal sealed class GroupInspection(SandboxStore store)
{
    /// <summary>Maps the routes.</summary>
    public void Map(InspectionCalls calls)
    {
        calls.Get("lists", context => WriteAsync(context, tables => tables.Lists), GroupDescriptions.Lists);
        calls.Get("tags", context => WriteAsync(context, tables => tables.Tags), GroupDescriptions.Tags);
    }

    private async Task WriteAsync(HttpContext context, Func<SandboxStore, ContactGroups> kind)
    {
        new InspectionQuery(context.Request.Query).RefuseOthers();
        List<(string Name, long Contacts)> groups = await store.ReadAsync(tables => kind(tables).All());
        await ServiceAnswer.Json(json =>
        {
            json.WriteStartArray();
            foreach ((string name, long contacts) in groups)
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteNumber("contacts", contacts);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }).WriteAsync(context);
    }
}
