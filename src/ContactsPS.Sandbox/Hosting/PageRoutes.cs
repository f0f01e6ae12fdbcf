using System.Collections.Frozen;
using System.Reflection;

namespace ContactsPS.Sandbox.Hosting;

/// <summary>
/// The page at the root, and its files under /page/. All are embedded in the assembly. The page shows data that anybody may
/// have sent, so the Content-Security-Policy allows nothing but these files and the calls of this sandbox.
/// </summary>
internal static class PageRoutes
{
    private const string Folder = "page/";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly FrozenDictionary<string, string> s_types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Maps the routes.</summary>
    public static void Map(WebApplication application)
    {
        foreach (string resource in Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(IsPage))
        {
            string path = resource == $"{Folder}index.html" ? "/" : $"/{resource}";
            application.MapMethods(path, [HttpMethods.Get], context => WriteAsync(context, resource));
        }
    }

    private static bool IsPage(string resource) => resource.StartsWith(Folder, StringComparison.Ordinal);

    private static async Task WriteAsync(HttpContext context, string resource)
    {
        await using Stream file = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        HttpResponse response = context.Response;
        response.ContentType = s_types[Path.GetExtension(resource)];
        response.ContentLength = file.Length;
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-cache";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        await file.CopyToAsync(response.Body, context.RequestAborted);
    }
}
