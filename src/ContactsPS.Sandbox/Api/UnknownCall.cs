namespace ContactsPS.Sandbox.Api;

/// <summary>The answer to a request that no call handles, of the service or of the inspection.</summary>
internal static class UnknownCall
{
    /// <summary>
    /// 404 for a path that doesn't exist. 405 for another method on a path that does, with the methods of the path in
    /// the header <c>Allow</c>.
    /// </summary>
    public static ServiceAnswer Answer(HttpRequest request)
    {
        string message = $"There is no {request.Method} {request.Path}.";
        string[] allowed = Methods(request);
        return allowed.Length == 0
            ? ServiceAnswer.Refused(StatusCodes.Status404NotFound, ErrorCode.UnknownAction, message)
            : ServiceAnswer.Refused(StatusCodes.Status405MethodNotAllowed, ErrorCode.UnknownAction, message)
                .With("Allow", string.Join(", ", allowed));
    }

    private static string[] Methods(HttpRequest request)
    {
        string path = request.Path.ToString().TrimEnd('/');
        return
        [
            .. request.HttpContext.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints
                .OfType<RouteEndpoint>()
                .Where(endpoint => string.Equals(endpoint.RoutePattern.RawText, path, StringComparison.OrdinalIgnoreCase))
                .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
                .Order(StringComparer.Ordinal),
        ];
    }
}
