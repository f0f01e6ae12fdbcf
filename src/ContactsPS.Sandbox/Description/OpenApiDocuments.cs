using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace ContactsPS.Sandbox.Description;

/// <summary>
/// The OpenAPI document at /sandbox/openapi.json. ASP.NET Core makes it from the routes and their descriptions when it is
/// requested.
/// </summary>
internal static class OpenApiDocuments
{
    private const string Name = "v1";

    /// <summary>Adds the services.</summary>
    public static void Add(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower);
        services.AddOpenApi(Name, options =>
        {
            options.AddOperationTransformer(DescribeAsync);
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "ContactsPS sandbox",
                    Version = "v1",
                    Description = "The calls of the contacts web service, and the calls under /sandbox/ that look inside the sandbox.",
                };
                return Task.CompletedTask;
            });
        });
    }

    /// <summary>Maps the document.</summary>
    public static void Map(WebApplication application) => application.MapOpenApi("/sandbox/openapi.json");

    private static async Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<CallDescription>().FirstOrDefault() is not { } call)
        {
            return;
        }

        operation.Summary = call.Summary;
        operation.Description = call.Details;
        operation.Parameters = [.. call.Parameters.Select(Parameter)];
        if (call.Body is { } body)
        {
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = await ContentAsync(body, "application/json", context, cancellation) };
        }

        operation.Responses = [];
        foreach (CallAnswer answer in call.Answers)
        {
            operation.Responses[answer.Status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = answer.Meaning,
                Content = answer.Body is { } type ? await ContentAsync(type, answer.ContentType, context, cancellation) : null,
            };
        }
    }

    private static OpenApiParameter Parameter(CallParameter parameter) => new()
    {
        Name = parameter.Name,
        In = parameter.In,
        Required = parameter.In is ParameterLocation.Path,
        Description = parameter.Meaning,
        Schema = new OpenApiSchema
        {
            Type = parameter.Type,
            Enum = parameter.Words is { } words ? [.. words.Select(word => (JsonNode)word)] : null,
        },
    };

    private static async Task<Dictionary<string, OpenApiMediaType>> ContentAsync(
        Type type, string contentType, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        IOpenApiSchema schema = type.GetElementType() is { } element
            ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = await SchemaAsync(element, context, cancellation) }
            : await SchemaAsync(type, context, cancellation);
        return new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal) { [contentType] = new() { Schema = schema } };
    }

    private static async Task<IOpenApiSchema> SchemaAsync(Type type, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        OpenApiSchema schema = await context.GetOrCreateSchemaAsync(type, cancellationToken: cancellation);
        if (!type.Name.EndsWith(Shape, StringComparison.Ordinal))
        {
            return schema;
        }

        string name = type.Name[..^Shape.Length];
        context.Document!.AddComponent(name, schema);
        return new OpenApiSchemaReference(name, context.Document);
    }

    private const string Shape = "Shape";
}
