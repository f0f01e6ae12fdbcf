using ContactsPS.Sandbox.Api;

namespace ContactsPS.Sandbox.Hosting;

/// <summary>
/// Refuses changes that a page of another site sends to /sandbox/, with 403. A browser sends the header Origin with each
/// change. Other programs send none. The calls of the service need no such check, because they require headers that a page
/// of another site can't send.
/// </summary>
internal sealed class CrossSiteRequests(RequestDelegate next)
{
    /// <summary>Checks the request, and runs the rest of the pipeline.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        bool reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        string origin = request.Headers.Origin.ToString();
        return reads || origin.Length == 0 || !request.Path.StartsWithSegments("/sandbox", StringComparison.OrdinalIgnoreCase)
            || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            ? next(context)
            : ServiceAnswer.Refused(StatusCodes.Status403Forbidden, code: null, "A page of another site must not change the sandbox.").WriteAsync(context);
    }
}
