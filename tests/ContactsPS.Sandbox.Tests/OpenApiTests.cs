using System.Text.Json.Nodes;

namespace ContactsPS.Sandbox.Tests;

/// <summary>The OpenAPI document describes what the calls really answer.</summary>
public sealed class OpenApiTests(SandboxProcessFixture fixture) : IClassFixture<SandboxProcessFixture>
{
    private readonly SandboxProcess _sandbox = fixture.Sandbox;

    [Fact]
    public void The_document_has_the_calls_of_the_service_and_of_the_sandbox()
    {
        JsonObject paths = _sandbox.Get("openapi.json")["paths"]!.AsObject();

        Assert.Equal<string[]>(
            [
                "/sandbox/contacts", "/sandbox/contacts/count", "/sandbox/contacts/wait", "/sandbox/contacts/{phone_number}/history",
                "/sandbox/events", "/sandbox/lists", "/sandbox/optouts", "/sandbox/optouts/{phone_number}", "/sandbox/refusals",
                "/sandbox/refusals/{phone_number}", "/sandbox/requests", "/sandbox/requests/count", "/sandbox/requests/wait",
                "/sandbox/requests/{id}", "/sandbox/reset", "/sandbox/settings", "/sandbox/state", "/sandbox/tags",
                "/v1/public/contact-list/create", "/v1/public/contact-list/delete", "/v1/public/contact-list/empty",
                "/v1/public/contact/create", "/v1/public/contact/delete", "/v1/public/wallet/check-balance", "/v1/public/wallet/check-credits",
            ],
            [.. paths.Select(path => path.Key).Order(StringComparer.Ordinal)]);
        Assert.All(paths, path => Assert.All(path.Value!.AsObject(), call => Assert.NotEmpty((string)call.Value!["summary"]!)));
    }

    [Theory]
    [InlineData("contacts?limit=1", "Contact")]
    [InlineData("requests?limit=1", "Request")]
    [InlineData("contacts/+33612345678/history", "History")]
    [InlineData("lists", "Group")]
    [InlineData("settings", "Settings")]
    [InlineData("state", "State")]
    public async Task An_answer_has_the_properties_of_its_schema(string path, string schema)
    {
        await _sandbox.AddAsync(Bodies.Contacts("+33612345678").With("list_name", "VIP"));

        JsonNode answer = _sandbox.Get(path);
        JsonNode described = _sandbox.Get("openapi.json")["components"]!["schemas"]![schema]!;

        JsonObject one = (answer as JsonArray)?[0]?.AsObject() ?? answer.AsObject();
        Assert.Equal(
            one.Select(property => property.Key).Order(StringComparer.Ordinal),
            described["properties"]!.AsObject().Select(property => property.Key).Order(StringComparer.Ordinal));
    }
}
