namespace ContactsPS.Sandbox.Description;

/// <summary>Adds descriptions to routes.</summary>
internal static class DescribedCalls
{
    // A route without a method is not listed in the document. All routes handle the request in the same way.
    private static readonly RequestDelegate s_method = _ => Task.CompletedTask;

    /// <summary>Adds a description, so that the route is in the OpenAPI document.</summary>
    public static void Describe(this IEndpointConventionBuilder route, CallDescription description) =>
        route.WithMetadata(s_method.Method, description).WithTags(description.Tag);
}
