using ContactsPS.Sandbox.Description;
using ContactsPS.Sandbox.Faults;

namespace ContactsPS.Sandbox.Api;

/// <summary>The calls of the service, under <c>/v1/public/</c> (web-service.md, Every request).</summary>
internal static class ServiceRoutes
{
    /// <summary>Maps each call. Unknown calls use the same pipeline and answer 404 or 405.</summary>
    public static void Map(WebApplication application)
    {
        ServicePipeline pipeline = application.Services.GetRequiredService<ServicePipeline>();
        SettingsHolder settings = application.Services.GetRequiredService<SettingsHolder>();
        RouteGroupBuilder service = application.MapGroup("/v1/public");

        Add(HttpMethods.Post, "contact/create", new ContactCreate(settings).Prepare, ServiceDescriptions.Create);
        Add(HttpMethods.Delete, "contact/delete", ContactDelete.Prepare, ServiceDescriptions.Delete);
        Add(HttpMethods.Post, "contact-list/create", ContactListCalls.PrepareCreate, ServiceDescriptions.CreateList);
        Add(HttpMethods.Post, "contact-list/empty", ContactListCalls.PrepareEmpty, ServiceDescriptions.EmptyList);
        Add(HttpMethods.Delete, "contact-list/delete", ContactListCalls.PrepareDelete, ServiceDescriptions.DeleteList);
        Add(HttpMethods.Get, "wallet/check-balance", new WalletBalance(settings).Prepare, ServiceDescriptions.Balance);
        Add(HttpMethods.Get, "wallet/check-credits", new WalletCredits(settings).Prepare, ServiceDescriptions.Credits);
        service.MapFallback("{**path}", context =>
            pipeline.HandleAsync(context, (request, _, _) => PreparedCall.Answered(UnknownCall.Answer(request))));

        void Add(string method, string path, ServiceCall call, CallDescription description) =>
            service.MapMethods(path, [method], context => pipeline.HandleAsync(context, call)).Describe(description);
    }
}
