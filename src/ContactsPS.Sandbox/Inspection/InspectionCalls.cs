using ContactsPS.Sandbox.Api;
using ContactsPS.Sandbox.Description;

namespace ContactsPS.Sandbox.Inspection;

/// <summary>Maps the calls under <c>/sandbox/</c>. A <see cref="FormatException"/> of a call becomes 400.</summary>
internal sealed class InspectionCalls(RouteGroupBuilder sandbox)
{
    /// <summary>Maps a call that reads.</summary>
    public void Get(string path, RequestDelegate handle, CallDescription description) => Map(HttpMethods.Get, path, handle, description);

    /// <summary>Maps a call that replaces.</summary>
    public void Put(string path, RequestDelegate handle, CallDescription description) => Map(HttpMethods.Put, path, handle, description);

    /// <summary>Maps a call that adds or acts.</summary>
    public void Post(string path, RequestDelegate handle, CallDescription description) => Map(HttpMethods.Post, path, handle, description);

    /// <summary>Maps a call that deletes.</summary>
    public void Delete(string path, RequestDelegate handle, CallDescription description) => Map(HttpMethods.Delete, path, handle, description);

    private void Map(string method, string path, RequestDelegate handle, CallDescription description) =>
        sandbox.MapMethods(path, [method], context => HandleAsync(context, handle)).Describe(description);

    private static async Task HandleAsync(HttpContext context, RequestDelegate handle)
    {
        try
        {
            await handle(context);
        }
        catch (FormatException wrong)
        {
            await ServiceAnswer.Unreadable(wrong.Message).WriteAsync(context);
        }
    }
}
